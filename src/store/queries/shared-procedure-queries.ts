import { sql } from 'kysely';
import type { Database, Writing } from '../database.ts';
import type { SharedProcedures, WantedShared } from '../ports/shared-procedures.ts';

/** The procedures that incidents share, in a database. */
export function sharedProcedureQueries({ db, write }: Database): SharedProcedures {
  return {
    idOf: (wanted) => write(({ db }) => idOf(db, wanted)),

    async madeByOthers(key) {
      const { rows } = await sql<{ procedure: string; digest: string; value: string | null }>`
        select shared.procedure, shared.digest, coalesce(answers.value, personal.value) as value
        from shared_procedures as shared
        left join answers on answers.incident = shared.incident and answers.fact = shared.fact
        left join personal_values as personal
          on personal.incident = shared.incident and personal.commitment = answers.commitment
        where not starts_with(shared.digest, ${`${key}.`})`.execute(db);
      return rows.map(({ procedure, digest, value }) => ({
        procedure,
        digest,
        ...(value !== null && { value: JSON.parse(value) }),
      }));
    },

    async renew({ procedure, digest }, renewed) {
      await db
        .updateTable('shared_procedures')
        .set({ digest: renewed })
        .where('procedure', '=', procedure)
        .where('digest', '=', digest)
        .execute();
    },
  };
}

async function idOf(
  db: Writing['db'],
  { procedure, digests, fresh, incident, fact }: WantedShared,
): Promise<string> {
  const [digest] = digests;
  // One at a time for each procedure: two digests of one answer must not be kept under two ids.
  const lock = JSON.stringify(['shared procedure', procedure]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const known = await db
    .selectFrom('shared_procedures')
    .select(['digest', 'id'])
    .where('procedure', '=', procedure)
    .where('digest', 'in', [...digests])
    .executeTakeFirst();
  if (known === undefined) {
    const row = { procedure, digest, id: fresh, incident, fact };
    await db.insertInto('shared_procedures').values(row).execute();
    return fresh;
  }
  if (known.digest !== digest) {
    await db
      .updateTable('shared_procedures')
      .set({ digest })
      .where('procedure', '=', procedure)
      .where('digest', '=', known.digest)
      .execute();
  }
  return known.id;
}
