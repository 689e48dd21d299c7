import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { migrations as ours } from './migrations/migrations.ts';
import type { StoreFailure } from './ports/store-failure.ts';
import { schemaNewer, migrationFailed } from './store-failures.ts';
import type { Tables } from './tables.ts';

const lockId = 7_224_110_110; // any number that nobody else locks in this database

/**
 * Brings the schema up to date; `undefined` where it is. One process at a time: Kysely's own lock
 * begins only after it has made its tables, which two processes can then make at once.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>> = ours,
): Promise<StoreFailure | undefined> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lockId})`.execute(connection);
    try {
      const newer = (await executed(connection)).filter((name) => !(name in migrations));
      if (newer.length > 0) return schemaNewer(newer);
      const provider = { getMigrations: async () => ({ ...migrations }) };
      const { error } = await new Migrator({ db: connection, provider }).migrateToLatest();
      return error === undefined ? undefined : migrationFailed(error);
    } finally {
      await sql`select pg_advisory_unlock(${lockId})`.execute(connection);
    }
  });
}

async function executed(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await sql<{
    name: string | null;
  }>`select to_regclass('kysely_migration')::text as name`.execute(db);
  if (!table.rows[0]?.name) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
}
