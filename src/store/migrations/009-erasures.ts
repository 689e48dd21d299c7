import { sql, type Migration } from 'kysely';

const statements = [
  `create table erasures (
    id text primary key, scope text not null, reason text not null, asked_by text not null, asked_at bigint not null,
    agreed_by text, agreed_at bigint, targets text, done_at bigint)`,
  `create index erasures_undone on erasures (agreed_at) where agreed_at is not null and done_at is null`,
  `alter table personal_values add column erasure text`,
  `alter table files add column erased bigint`,
];

/** Erasures: the scope, who asked and why, who agreed, and the values that went by each. */
export const erasures: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
