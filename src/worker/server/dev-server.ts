import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { canWriteBeside } from '../../store/embedded/disk-room.ts';
import { within } from '../within.ts';
import { pidFile, startTime } from './left-over.ts';
import type { TemporalPlace } from './temporal-place.ts';

/** A Temporal dev server of our own. */
export interface DevServer {
  readonly place: TemporalPlace;
  /** Settles when it is gone for good: stopped, or ended and not to be started again. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The settings that a dev server is started with. */
interface DevServerOptions {
  readonly executable: string;
  readonly folder: string;
  /** Told when it ended unasked and is started again. */
  readonly onRestart?: () => void;
}

// One that ends sooner than this so many times in a row would end again.
const livesAtLeastMilliseconds = 10_000;
const shortLivesMax = 3;
const stopsWithinMilliseconds = 8000;
// A slow disk with a long log to write again after a power cut.
const startsWithinMilliseconds = 600_000;

/**
 * Starts Temporal's dev server on a database file in a folder. It is synced before each acknowledgement (WAL with
 * synchronous=FULL): what it has accepted survives a power cut. Should it end unasked, it is started again on the
 * same port, and who used it goes on.
 *
 * Two on one file would lose what either wrote: who starts one has the lock of its folder, and has stopped what a killed
 * process left behind there (`stopLeftOver`).
 */
export const startDevServer = async (options: DevServerOptions): Promise<DevServer> => {
  const { folder, onRestart } = options;
  const address = `127.0.0.1:${await freePort()}`;
  const life = { isStopping: false, began: Date.now(), child: spawnServer(options, address) };
  const live = async (): Promise<void> => {
    for (let shortLives = 0; ;) {
      await gone(life.child);
      shortLives = Date.now() - life.began < livesAtLeastMilliseconds ? shortLives + 1 : 0;
      // On a full disk it ends each time: it has to wait for room, not to be given up.
      if (await waitedForRoom(folder, () => life.isStopping)) shortLives = 0;
      if (life.isStopping || shortLives >= shortLivesMax) return;
      onRestart?.();
      life.began = Date.now();
      life.child = spawnServer(options, address);
    }
  };
  const cleanUp = (): void => rmSync(pidFile(folder), { force: true });
  try {
    await untilListening(life.child, address, folder);
  } catch (error) {
    life.child.kill('SIGKILL');
    await gone(life.child);
    cleanUp();
    throw error;
  }
  const ended = live().then(cleanUp, cleanUp);
  return {
    place: { address, namespace: 'default' },
    ended,
    stop: async () => {
      life.isStopping = true;
      life.child.kill('SIGTERM');
      const isGone = await within(
        ended.then(() => true),
        stopsWithinMilliseconds,
      );
      if (isGone === undefined) life.child.kill('SIGKILL');
      await ended;
    },
  };
};

/** Waits while a folder's disk is full, and tells whether it was. */
const waitedForRoom = async (folder: string, isStopping: () => boolean): Promise<boolean> => {
  let hasWaited = false;
  const place = join(folder, 'temporal');
  for (; !isStopping() && !(await canWriteBeside(place)); hasWaited = true) await sleep(1000);
  return hasWaited;
};

const spawnServer = ({ executable, folder }: DevServerOptions, address: string): ChildProcess => {
  const [ip = '', port = ''] = address.split(':');
  const out = openSync(join(folder, 'temporal.log'), 'a');
  const child = spawn(
    executable,
    [
      ...['server', 'start-dev', '--headless', '--ip', ip, '--port', port],
      ...['--db-filename', join(folder, 'temporal.db')],
      ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
      // Activities begin with the answer to the task that schedules them: two trips and a flush to disk less for each.
      ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
      ...['--log-level', 'error'],
    ],
    // A group of its own: Ctrl-C in the terminal reaches us first, and we stop it last.
    { stdio: ['ignore', out, out], detached: true },
  );
  closeSync(out);
  if (child.pid === undefined) {
    child.once('error', () => {}); // it has no pid: that says it
    throw new Error(`${executable} could not be started`);
  }
  writeFileSync(pidFile(folder), `${child.pid}\n${startTime(child.pid) ?? ''}\n`);
  return child;
};

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
};

// The port opens before the server can work: only one that answers a call is up.
const untilListening = async (
  child: ChildProcess,
  address: string,
  folder: string,
): Promise<void> => {
  const end = Date.now() + startsWithinMilliseconds;
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`the Temporal dev server ended at once; see ${join(folder, 'temporal.log')}`);
    }
    try {
      const connection = await Connection.connect({ address, connectTimeout: '1s' });
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
      } finally {
        await connection.close();
      }
      return;
    } catch {
      await sleep(250);
    }
  }
  throw new Error(`the Temporal dev server does not answer; see ${join(folder, 'temporal.log')}`);
};
