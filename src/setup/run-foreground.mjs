import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Runs a command on our terminal until it ends, hands our signals on, and returns its exit code. */
export function runForeground(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'inherit' });
    const onTerm = () => child.kill('SIGTERM');
    // Ctrl-C in a terminal reaches the child by itself: a second one could mean "at once" to it.
    const onInt = () => (process.stdin.isTTY ? undefined : child.kill('SIGINT'));
    process.on('SIGTERM', onTerm).on('SIGINT', onInt);
    const done = (settle) => {
      process.off('SIGTERM', onTerm).off('SIGINT', onInt);
      settle();
    };
    child.on('error', (error) => done(() => reject(error)));
    child.on('exit', (code, signal) =>
      done(() => resolve(code ?? 128 + (constants.signals[signal] ?? 0))),
    );
  });
}
