import { PGlite } from '@electric-sql/pglite';
import { parseInt8 } from '../parse-int8.ts';
import type { CommitSyncs } from './commit-syncs.ts';
import { DurableNodeFS } from './durable-node-fs.ts';
import { leaveWhenBroken } from './leave-when-broken.ts';

const int8 = 20; // PostgreSQL's number for the type bigint
const parsers = { [int8]: parseInt8 };

/** A database that is gone with the process. */
export const openPgliteInMemory = (): Promise<PGlite> => PGlite.create({ parsers });

/** A database in a folder. A commit is on the disk once `commits.done()` has settled. */
export async function openPgliteInFolder(
  folder: string,
): Promise<{ readonly pglite: PGlite; readonly commits: CommitSyncs }> {
  const fs = new DurableNodeFS(folder);
  const pglite = await PGlite.create({
    parsers,
    fs,
    relaxedDurability: false,
    startParams: [
      // -F turns fsync off. The default sync method (fdatasync) does nothing in this build, fsync does.
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'wal_sync_method=fsync'],
      // All of it counts as memory of this process; what does not fit is in the system's cache.
      ...['-c', 'shared_buffers=32MB'],
    ],
  });
  leaveWhenBroken(pglite);
  return { pglite, commits: fs.commits };
}
