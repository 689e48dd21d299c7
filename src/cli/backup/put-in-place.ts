import { existsSync, readdirSync } from 'node:fs';
import { copyFile, cp, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { newAnchorsPlace } from '../system/anchors-place.ts';
import type { DataFolder } from '../system/data-folder.ts';
import { backupPlaces } from './backup-places.ts';
import { unfinishedRestore } from './unfinished-restore.ts';

// All but keys, locks and what is told to people.
const parts = ['database', 'database.unfinished', 'temporal.db', 'temporal.db-wal', 'files'];
// Belongs to its file, and is made anew.
const shared = 'temporal.db-shm';

/**
 * Puts what was staged in the place of what a data folder holds, which is moved aside and kept. Whoever is killed
 * meanwhile leaves a mark that no start passes; to restore again goes on from there.
 *
 * @returns where it was moved, if there was anything
 */
export const putInPlace = async (
  { folder, anchors }: DataFolder,
  staged: string,
): Promise<string | undefined> => {
  const mark = unfinishedRestore(folder);
  await writeFile(mark, '', { flush: true });
  const present = [...parts, shared].filter((name) => existsSync(join(folder, name)));
  const aside = present.length === 0 ? undefined : join(folder, freeName(folder));
  if (aside !== undefined) {
    await mkdir(aside, { mode: 0o700 });
    for (const name of present) await rename(join(folder, name), join(aside, name));
    await copyFile(join(folder, 'anchors-at'), join(aside, 'anchors-at'));
  }
  await takeAnchors(folder, { before: anchors, copied: backupPlaces(staged).anchors });
  for (const name of parts) {
    if (existsSync(join(staged, name))) await rename(join(staged, name), join(folder, name));
  }
  await syncFolder(folder);
  await rm(mark);
  await rm(staged, { recursive: true, force: true });
  return aside;
};

const freeName = (folder: string): string => {
  const names = new Set(readdirSync(folder));
  let number = 1;
  while (names.has(`replaced-${number}`)) number += 1;
  return `replaced-${number}`;
};

// Those so far know of what is gone, and are evidence of it; nobody may shorten them.
const takeAnchors = async (
  folder: string,
  { before, copied }: { readonly before: string; readonly copied: string },
): Promise<void> => {
  const place = join(dirname(before), basename(newAnchorsPlace(folder)));
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  if (existsSync(copied)) await cp(copied, place);
  const draft = join(folder, 'anchors-at.new');
  await writeFile(draft, `${place}\n`, { mode: 0o600, flush: true });
  await rename(draft, join(folder, 'anchors-at'));
};

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};
