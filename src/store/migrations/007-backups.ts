import { sql, type Migration } from 'kysely';

/** Copies that were made of the system: what is erased afterwards still stands in them. */
export const backups: Migration = {
  async up(db) {
    await sql`create table backups (id text primary key, made bigint not null, folder text not null)`.execute(
      db,
    );
  },
};
