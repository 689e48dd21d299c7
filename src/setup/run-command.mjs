import { spawn } from 'node:child_process';

/** Runs a command to its end and returns its exit code and output; a missing command is code 127. */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const all = [];
    const out = [];
    child.stdout.on('data', (chunk) => {
      all.push(chunk);
      out.push(chunk);
    });
    child.stderr.on('data', (chunk) => all.push(chunk));
    const end = (code, extra = '') =>
      resolve({ code, stdout: text(out), output: (text(all) + extra).trim() });
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nended by ${signal}` : ''));
  });
}

/** Runs a command that has to succeed; the error carries what it printed. */
export async function mustRun(command, args, options = {}) {
  const result = await runCommand(command, args, options);
  if (result.code === 0) return result;
  const printed = shorten(result.output);
  throw new Error(`${command} ${args.join(' ')} failed (exit ${result.code}):\n${printed}`);
}

// Some commands say what is wrong first and then explain at length, others the other way round.
function shorten(output) {
  const lines = output.split('\n');
  return lines.length <= 40
    ? output
    : [...lines.slice(0, 20), '  …', ...lines.slice(-20)].join('\n');
}

const text = (chunks) => Buffer.concat(chunks).toString('utf8');
