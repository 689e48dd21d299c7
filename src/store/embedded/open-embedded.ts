import { Kysely } from 'kysely';
import { ChangeHub } from '../change-hub.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import type { StoreFailure } from '../ports/store-failure.ts';
import { dataDamaged } from '../store-failures.ts';
import type { Tables } from '../tables.ts';
import { UnreadableRows } from '../unreadable-rows.ts';
import { LivingPglite } from './living-pglite.ts';
import { openFolder } from './open-folder.ts';
import { openPgliteInFolder, openPgliteInMemory } from './open-pglite.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { sharedTransactions } from './shared-transactions.ts';

/** A database in this process: all that writes to it is here, so changes are told directly. */
export async function openEmbedded(
  options: { readonly folder: string } | { readonly memory: true },
): Promise<Database | StoreFailure> {
  if ('memory' in options) {
    const living = new LivingPglite({ pglite: await openPgliteInMemory() });
    const database = embedded(living, () => {});
    return (await migrate(database.db)) ?? database;
  }
  const opened = await openFolder(options.folder);
  if ('code' in opened) return opened;
  const { folder, pglite, commits, release } = opened;
  const living = new LivingPglite(
    { pglite, commits },
    { folder, open: () => openPgliteInFolder(folder) },
  );
  const database = embedded(living, release, folder);
  const failure = await migrate(database.db).catch((error) => dataDamaged(options.folder, error));
  if (failure) {
    await database.close();
    return failure;
  }
  opened.complete();
  return database;
}

function embedded(living: LivingPglite, release: () => void, folder?: string): Database {
  const db = new Kysely<Tables>({ dialect: pgliteDialect(living) });
  const hub = new ChangeHub();
  const onDisk = (): Promise<void> => living.onDisk();
  return {
    db,
    unreadable: new UnreadableRows(),
    isSingle: true,
    write: sharedTransactions(db, {
      tell: (change) => hub.tell(change),
      onDisk,
    }),
    onDisk,
    // There is one connection: the caller that has it is alone.
    still:
      folder === undefined
        ? undefined
        : (work) => db.connection().execute((connection) => work(folder, connection)),
    hasRoom: () => living.hasRoom(),
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
