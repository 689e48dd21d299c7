import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { endLeftOver, keepPid } from './left-over.mjs';

/**
 * A process that is killed and started again. `command` gives its program, arguments and options; `isUp` says whether
 * it works by now: its first line where it prints one, else what is asked of it. What it prints goes to `log`.
 */
export const createPart = ({ name, log, command, says, isUp }) => {
  let child;
  let ended = Promise.resolve();
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const part = {
    name,
    isAlive,
    pid: () => child?.pid,
    /** Starts it; settles when it works, with what it said first. */
    async start() {
      await endLeftOver(`${log}.pid`);
      const { program, args, options } = command();
      const out = openSync(log, 'a');
      child = spawn(program, args, { ...options, stdio: ['ignore', says ? 'pipe' : out, out] });
      closeSync(out);
      if (child.pid !== undefined) keepPid(`${log}.pid`, child.pid);
      child.once('error', () => undefined);
      ended = once(child, 'exit').catch(() => undefined);
      const up = says ? firstLine(child) : whenUp(isUp, isAlive);
      const over = ended.then(() =>
        Promise.reject(new Error(`${name} ended at its start: see ${log}`)),
      );
      over.catch(() => undefined);
      return Promise.race([up, over]);
    },
    async kill() {
      if (isAlive()) child.kill('SIGKILL');
      await ended;
    },
    async stop(signal = 'SIGTERM') {
      if (!isAlive()) return;
      child.kill(signal);
      const isOver = await Promise.race([
        ended.then(() => true),
        sleep(20_000, false, { ref: false }),
      ]);
      if (!isOver) await part.kill();
    },
  };
  return part;
};

const firstLine = async (child) => {
  const lines = createInterface(child.stdout);
  const [line] = await once(lines, 'line');
  child.stdout.resume();
  return line;
};

const whenUp = async (isUp, isAlive) => {
  while (isAlive()) {
    if (await isUp().catch(() => false)) return undefined;
    await sleep(100);
  }
  return new Promise(() => undefined);
};
