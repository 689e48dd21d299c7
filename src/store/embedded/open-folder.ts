import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { StoreFailure } from '../ports/store-failure.ts';
import { dataDamaged, dataForeign, dataUnwritable } from '../store-failures.ts';
import type { CommitSyncs } from './commit-syncs.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { openPgliteInFolder } from './open-pglite.ts';

/** An embedded database that this process alone has open. */
export interface OpenFolder {
  readonly folder: string;
  readonly pglite: PGlite;
  readonly commits: CommitSyncs;
  /** To be called once the schema is there: from now on the folder holds data that must not be lost. */
  complete(): void;
  release(): void;
}

/** Opens the database of a folder, or makes it. */
export async function openFolder(path: string): Promise<OpenFolder | StoreFailure> {
  let folder: string;
  let lock: FolderLock | StoreFailure;
  try {
    folder = writable(path);
    lock = lockFolder(folder);
  } catch (error) {
    return dataUnwritable(path, error);
  }
  if ('code' in lock) return lock;
  const { release } = lock;
  const failed = (failure: StoreFailure) => {
    release();
    return failure;
  };
  const unfinished = `${folder}.unfinished`;
  try {
    prepare(folder, unfinished);
  } catch (error) {
    return failed(dataUnwritable(path, error));
  }
  if (!existsSync(unfinished) && !existsSync(join(folder, 'PG_VERSION'))) {
    return failed(dataForeign(folder));
  }
  try {
    const { pglite, commits } = await openPgliteInFolder(folder);
    return { folder, pglite, commits, release, complete: () => complete(folder, unfinished) };
  } catch (error) {
    return failed(dataDamaged(folder, error));
  }
}

const finishedName = 'jiechu-finished';

function writable(path: string): string {
  mkdirSync(path, { recursive: true });
  const folder = realpathSync(resolve(path));
  const probe = join(folder, `.probe-${randomUUID()}`);
  writeFileSync(probe, '');
  rmSync(probe);
  return folder;
}

// Making a database takes seconds. Who is killed meanwhile leaves half of one, with nothing in it yet:
// the mark beside the folder says so, and it is begun anew. Within a finished one another mark says that it is: a mark
// beside it that was left over, or came back with a copy, must not empty it.
function prepare(folder: string, unfinished: string): void {
  if (existsSync(join(folder, finishedName))) {
    rmSync(unfinished, { force: true });
  } else if (existsSync(unfinished)) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  } else if (readdirSync(folder).length === 0) {
    writeFileSync(unfinished, '', { flush: true });
  }
}

function complete(folder: string, unfinished: string): void {
  if (!existsSync(unfinished)) return;
  writeFileSync(join(folder, finishedName), '');
  sync(folder);
  rmSync(unfinished);
  syncOne(dirname(folder));
}

// A new database is copied into the folder without fsync.
function sync(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sync(path);
    else if (entry.isFile()) syncOne(path);
  }
  syncOne(folder);
}

function syncOne(path: string): void {
  if (process.platform === 'win32') return; // has no handles of folders, and none to sync that are read only
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
