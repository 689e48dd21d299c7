import { randomUUID } from 'node:crypto';
import { statfsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

// PostgreSQL's log grows by 16 MB at a time, and a transaction of ours never takes two.
const wantedBytes = 32 * 1024 * 1024;

/** There is no room to write. */
export class DiskFull extends Error {
  readonly code = 'ENOSPC';

  constructor(folder: string) {
    super(`no space left on device: ${folder} needs ${wantedBytes / 1024 / 1024} MB free`);
  }
}

/** True where a folder's disk has room for what a database writes in one go. */
export function hasRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= wantedBytes;
}

/**
 * Throws where a folder's disk is nearly full. Asked before each transaction: PostgreSQL in this process cannot be
 * asked for anything more once it has failed to write its log.
 */
export function demandRoom(folder: string): void {
  if (!hasRoom(folder)) throw new DiskFull(folder);
}

/** Tries to write beside a file or folder; false where that fails. A quota is not seen by asking for free space. */
export async function canWriteBeside(folder: string): Promise<boolean> {
  const probe = `${folder}.room-${randomUUID()}`;
  try {
    if (!hasRoom(dirname(folder))) return false;
    await writeFile(probe, Buffer.alloc(wantedBytes / 2), { flush: true });
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}
