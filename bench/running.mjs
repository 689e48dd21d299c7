import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { provideTemporalCli } from '../src/setup/temporal-cli.mjs';
import { processesOf } from './processes.mjs';

const root = join(import.meta.dirname, '..');

/** Starts the system as `up` or `npm start` runs it, on any free port and a data folder of its own or one that was left. */
export const startSystem = async (command, args, left) => {
  const folder = left ?? mkdtempSync(join(tmpdir(), 'jiechu-bench-'));
  const data = join(folder, 'data');
  const child = spawn(command, [...args, '--data', data, '--port', '0', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...withoutServers(), TEMPORAL_CLI: await provideTemporalCli() },
  });
  const ended = once(child, 'close');
  const { address, password } = await Promise.race([
    firstJson(child),
    ended.then(() => Promise.reject(new Error('the system ended before it was up'))),
  ]);
  return {
    pid: child.pid,
    folder,
    data,
    address,
    password,
    place: { address: temporalAddress(data), namespace: 'default' },
    /** As a machine does that loses its power: Temporal's server too. */
    kill: async () => {
      const pids = processesOf(child.pid).map(({ pid }) => pid);
      for (const pid of pids) process.kill(pid, 'SIGKILL');
      await ended;
    },
    stop: async () => {
      // npm and its shell pass no signal on.
      const own = processesOf(child.pid).find(({ words }) => words.includes('up'));
      if (own !== undefined) process.kill(own.pid, 'SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

// Builds and npm say their own lines first.
const firstJson = async (child) => {
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('{')) {
      child.stdout.resume();
      return JSON.parse(line);
    }
  }
  throw new Error('the system said no address');
};

// The embedded system's own server, by the arguments that it runs with.
const temporalAddress = (data) => {
  const [pid] = readFileSync(join(data, 'temporal.pid'), 'utf8').split('\n');
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const after = (flag) => words[words.indexOf(flag) + 1];
  return `${after('--ip')}:${after('--port')}`;
};

// The servers that the environment points at are not the ones to be measured.
const withoutServers = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE_URL|JIECHU_|TEMPORAL_)/.test(name)),
  );
