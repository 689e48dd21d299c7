import { sql, type Migration } from 'kysely';

const statements = [
  `create table shared_procedures (
    procedure text not null, digest text not null, id text not null, incident text not null, fact text not null,
    primary key (procedure, digest))`,
  `create index shared_procedures_incident on shared_procedures (incident)`,
];

/** The ids under which procedures run that incidents share, by the keyed digest of the answer that they share. */
export const sharedProcedures: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
