import { sql, type Migration } from 'kysely';

const statements = [
  // Tries are counted in a table of their own: a lock on the account would let anybody keep its owner out.
  `alter table accounts drop column failed_attempts, drop column locked_until,
    add column sample boolean not null default false`,
  `alter table sessions add column confirmed bigint not null default 0`,
  `create table sign_in_tries (key text primary key, until bigint not null)`,
  `create table devices (
    token_hash text not null, person text not null, seen bigint not null, primary key (token_hash, person))`,
  `create index devices_person on devices (person)`,
];

/** Tries to sign in, the devices that people have signed in on, and when a password was last asked for. */
export const doors: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
