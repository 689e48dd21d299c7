import { sql, type Migration } from 'kysely';

/** Who vouches for a release: what an API has signed of it. */
export const releaseSignatures: Migration = {
  async up(db) {
    await sql`create table release_signatures (
      hash text primary key, text text not null, signer text not null, signature text not null)`.execute(
      db,
    );
  },
};
