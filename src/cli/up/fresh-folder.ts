import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { lockFolder, type FolderLock } from '../../store/embedded/folder-lock.ts';
import { stopLeftOver } from '../../worker/server/left-over.ts';
import { WrongUse } from '../wrong-use.ts';

/** Empties a folder that a demonstration begins anew in, and keeps it from another demonstration. */
export async function freshFolder(path: string): Promise<FolderLock> {
  const folder = resolve(path);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  if ('code' in lock) throw new WrongUse(lock.message);
  await stopLeftOver(folder);
  rmSync(folder, { recursive: true, force: true });
  return lock;
}
