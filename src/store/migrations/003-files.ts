import { sql, type Migration } from 'kysely';

/** Which files belong to which incident. */
export const files: Migration = {
  async up(db) {
    await sql`create table files (
      incident text not null, sha256 text not null, name text, type text not null, size bigint not null,
      by text not null, at bigint not null, primary key (incident, sha256))`.execute(db);
  },
};
