import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { findPostgresBinaries } from './postgres-binaries.mjs';
import { createProgress } from './progress.mjs';
import { mustRun } from './run-command.mjs';
import { unprivilegedUser } from './unprivileged-user.mjs';

const startSecondsMax = 30;

/**
 * A PostgreSQL for tests: the one that DATABASE_URL names, else one of our own in a temporary
 * folder, which `stop` takes away again.
 */
export async function providePostgres({ log = createProgress() } = {}) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  return log.step('starting a PostgreSQL for the tests', startPostgres);
}

async function startPostgres() {
  const { initdb, postgres } = findPostgresBinaries();
  const user = await unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
    const data = join(folder, 'data');
    const options = { ...user, cwd: folder };
    await mustRun(initdb, [...initdbArgs, '-D', data], options);
    const port = await freePort();
    const stopServer = await startServer(
      postgres,
      serverArgs({ data, folder, port }),
      options,
      port,
    );
    // If this process ends without `stop`, nothing is left behind either.
    process.once('exit', remove);
    const stop = async () => {
      await stopServer();
      process.removeListener('exit', remove);
      remove();
    };
    return { url: `postgres://jiechu@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    remove();
    throw error;
  }
}

const initdbArgs = ['-U', 'jiechu', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];

// The data lives as long as the tests, so nothing is synced to disk.
const serverArgs = ({ data, folder, port }) => [
  ...['-D', data, '-k', folder, '-h', '127.0.0.1', '-p', String(port)],
  ...['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
  ...['-c', 'max_connections=200', '-c', 'timezone=UTC'],
];

async function startServer(postgres, args, options, port) {
  const server = spawn(postgres, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  server.stderr.on('data', (chunk) => (printed = (printed + chunk).slice(-2000)));
  const ended = once(server, 'exit');
  // If this process ends without `stop`, an immediate shutdown: nobody needs the data any more.
  const kill = () => server.kill('SIGQUIT');
  process.once('exit', kill);
  for (let tries = 0; !(await accepts(port)); tries++) {
    if (server.exitCode !== null || tries > startSecondsMax * 10) {
      kill();
      throw new Error(`PostgreSQL did not start:\n${printed.trim()}`);
    }
    await sleep(100);
  }
  return async () => {
    process.removeListener('exit', kill);
    server.kill('SIGINT');
    await ended;
  };
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
