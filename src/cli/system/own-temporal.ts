import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../model/text.ts';
import { lockFolder } from '../../store/embedded/folder-lock.ts';
import { startDevServer, type DevServer } from '../../worker/server/dev-server.ts';
import { stopLeftOver } from '../../worker/server/left-over.ts';
import { checkHistoriesFile, type IntegrityCheck } from '../integrity/integrity-check.ts';
import type { Engine } from './choose-engine.ts';
import { WrongUse } from '../wrong-use.ts';

/** The histories of a data folder, which nobody else has open. */
export interface OwnTemporal {
  /** The check of their file; nothing where there is none yet. */
  readonly check: IntegrityCheck | undefined;
  start(executable: string, onRestart: () => void): Promise<DevServer>;
  release(): Promise<void>;
}

/** Takes the histories of a folder, and begins to look through them while other parts are opened. */
export const takeHistories = async (folder: string): Promise<OwnTemporal> => {
  // Also where the database is a server: a second system on this folder would stop the first one's Temporal.
  const lock = lockFolder(join(folder, 'temporal'));
  if ('code' in lock) throw new WrongUse(lock.message);
  const file = historiesFile(folder);
  let check: IntegrityCheck | undefined;
  const release = async (): Promise<void> => {
    await check?.stop();
    lock.release();
  };
  try {
    await stopLeftOver(folder);
    dropUnfinished(folder);
    check = existsSync(file) ? await checkHistoriesFile(file) : undefined;
  } catch (error) {
    await release();
    throw error;
  }
  return {
    check,
    release,
    async start(executable, onRestart) {
      await check?.passed();
      if (!existsSync(file)) writeFileSync(unfinishedFile(folder), '', { flush: true });
      const server = await startDevServer({ executable, folder, onRestart });
      rmSync(unfinishedFile(folder), { force: true });
      return server;
    },
  };
};

// Until it answers for the first time the server makes its tables. Who is killed meanwhile leaves a file that it cannot
// use, and nothing in it; it is moved aside rather than deleted, in case the mark was left over.
const dropUnfinished = (folder: string): void => {
  const mark = unfinishedFile(folder);
  if (!existsSync(mark)) return;
  for (const end of ['', '-wal', '-shm']) {
    const file = `${historiesFile(folder)}${end}`;
    if (existsSync(file)) renameSync(file, `${mark}.db${end}`);
  }
  rmSync(mark);
};

const unfinishedFile = (folder: string): string => join(folder, 'temporal.unfinished');

/** Where a data folder keeps the histories. */
export const historiesFile = (folder: string): string => join(folder, 'temporal.db');

/** Starts a Temporal of our own on the histories that were taken; one that runs elsewhere is left as it is. */
export const startTemporal = async (
  engine: Engine,
  histories: OwnTemporal | undefined,
  progress: (text: Text) => void,
): Promise<{ readonly place: DevServer['place']; readonly own?: DevServer }> => {
  if ('place' in engine) return engine;
  // INVARIANT: the histories of a Temporal of our own were taken before the database was opened.
  if (histories === undefined) throw new Error('the histories are not taken');
  const own = await histories.start(engine.executable, () => progress(restarting));
  return { place: own.place, own };
};

const restarting: Text = {
  zh: 'Temporal 意外停止，正在重新启动',
  en: 'Temporal ended unasked: starting it again',
};
