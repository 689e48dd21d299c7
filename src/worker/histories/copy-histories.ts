import { constants, existsSync } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const headerBytes = 32;
const triesMax = 50;
const pauseMilliseconds = 100;

/**
 * Copies a database file of SQLite with its write-ahead log while a server writes to both. Pages get into the file from
 * the log alone: as long as the log has not begun anew since the file was begun to be copied, whatever was moved into the
 * file meanwhile stands in the copy of the log too, and takes its place when the copy is opened. Where the log did begin
 * anew the copy is made again.
 *
 * @returns false where the log begins anew each time
 */
export const copyHistories = async (from: string, to: string): Promise<boolean> => {
  for (let tried = 0; tried < triesMax; tried += 1) {
    const before = await logHeader(`${from}-wal`);
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    await rm(`${to}-wal`, { force: true });
    if (existsSync(`${from}-wal`)) {
      await copyFile(`${from}-wal`, `${to}-wal`, constants.COPYFILE_FICLONE);
    }
    const copied = await logHeader(`${to}-wal`);
    if (before.equals(copied)) return true;
    await sleep(pauseMilliseconds);
  }
  return false;
};

/** The head of a log, which names its present use; empty where nothing is in it. */
const logHeader = async (file: string): Promise<Buffer> => {
  if (!existsSync(file)) return Buffer.alloc(0);
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};
