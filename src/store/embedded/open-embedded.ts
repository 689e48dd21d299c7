import { Kysely } from 'kysely';
import type { PGlite } from '@electric-sql/pglite';
import { ChangeHub } from '../change-hub.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import type { StoreFailure } from '../ports/store-failure.ts';
import { dataDamaged } from '../store-failures.ts';
import type { Tables } from '../tables.ts';
import type { CommitSyncs } from './commit-syncs.ts';
import { openFolder } from './open-folder.ts';
import { openPgliteInMemory } from './open-pglite.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { sharedTransactions } from './shared-transactions.ts';

/** A database in this process: all that writes to it is here, so changes are told directly. */
export async function openEmbedded(
  options: { readonly folder: string } | { readonly memory: true },
): Promise<Database | StoreFailure> {
  if ('memory' in options) {
    const database = embedded(await openPgliteInMemory(), () => {});
    return (await migrate(database.db)) ?? database;
  }
  const opened = await openFolder(options.folder);
  if ('code' in opened) return opened;
  const database = embedded(opened.pglite, opened.release, opened.commits);
  const failure = await migrate(database.db).catch((error) => dataDamaged(options.folder, error));
  if (failure) {
    await database.close();
    return failure;
  }
  opened.complete();
  return database;
}

function embedded(pglite: PGlite, release: () => void, commits?: CommitSyncs): Database {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(pglite, commits) });
  const hub = new ChangeHub();
  const onDisk = async (): Promise<void> => commits?.done();
  return {
    db,
    isSingle: true,
    write: sharedTransactions(db, {
      tell: (change) => hub.tell(change),
      onDisk,
    }),
    onDisk,
    onChange: (listener) => hub.listen(listener),
    async close() {
      try {
        await db.destroy();
      } finally {
        release();
      }
    },
  };
}
