import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockFolder, type FolderLock } from '../../store/embedded/folder-lock.ts';
import { stopLeftOver } from '../../worker/server/left-over.ts';
import { WrongUse } from '../wrong-use.ts';

// They would outlive a day that was only invented.
function forgetAnchors(folder: string): void {
  const place = join(folder, 'anchors-at');
  if (existsSync(place)) rmSync(readFileSync(place, 'utf8').trim(), { force: true });
}

/** Empties a folder that a demonstration begins anew in, and keeps it from another demonstration. */
export async function freshFolder(path: string): Promise<FolderLock> {
  const folder = resolve(path);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  if ('code' in lock) throw new WrongUse(lock.message);
  await stopLeftOver(folder);
  forgetAnchors(folder);
  rmSync(folder, { recursive: true, force: true });
  return lock;
}
