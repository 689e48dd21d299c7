import { PGlite } from '@electric-sql/pglite';
import { parseInt8 } from '../parse-int8.ts';
import { DurableNodeFS } from './durable-node-fs.ts';

const int8 = 20; // PostgreSQL's number for the type bigint
const parsers = { [int8]: parseInt8 };

/** A database that is gone with the process. */
export const openPgliteInMemory = (): Promise<PGlite> => PGlite.create({ parsers });

/** A database in a folder, with each commit on the disk before it is acknowledged. */
export function openPgliteInFolder(folder: string): Promise<PGlite> {
  return PGlite.create({
    parsers,
    fs: new DurableNodeFS(folder),
    relaxedDurability: false,
    startParams: [
      // -F turns fsync off. The default sync method (fdatasync) does nothing in this build, fsync does.
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'wal_sync_method=fsync'],
    ],
  });
}
