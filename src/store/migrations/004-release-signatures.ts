import { sql, type Migration } from 'kysely';

/** The signatures of releases: the text that an API has signed, and the signer. */
export const releaseSignatures: Migration = {
  async up(db) {
    await sql`create table release_signatures (
      hash text primary key, text text not null, signer text not null, signature text not null)`.execute(
      db,
    );
  },
};
