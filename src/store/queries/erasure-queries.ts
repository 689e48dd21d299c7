import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { ErasureRecord, Erasures } from '../ports/erasures.ts';
import type { ErasureTable } from '../tables.ts';
import { eraseTarget } from './erase-target.ts';

/** Erasures in a database. */
export function erasureQueries(database: Database): Erasures {
  const { db, write } = database;
  const all = () => db.selectFrom('erasures').selectAll();
  return {
    async ask({ id, scope, reason, askedBy, askedAt }) {
      await db
        .insertInto('erasures')
        .values({
          id,
          scope: JSON.stringify(scope),
          reason,
          asked_by: askedBy,
          asked_at: askedAt,
        })
        .execute();
    },

    async get(id) {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row && erasureFrom(row);
    },

    async latest(limit) {
      const rows = await all().orderBy('asked_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map(erasureFrom);
    },

    async undone() {
      const rows = await all()
        .where('agreed_at', 'is not', null)
        .where('done_at', 'is', null)
        .orderBy('agreed_at')
        .execute();
      return rows.map(erasureFrom);
    },

    async agree(id, { by, at, targets }) {
      const { numUpdatedRows } = await db
        .updateTable('erasures')
        .set({ agreed_by: by, agreed_at: at, targets: JSON.stringify(targets) })
        .where('id', '=', id)
        .where('agreed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async proceed(id, targets) {
      await db
        .updateTable('erasures')
        .set({ targets: JSON.stringify(targets) })
        .where('id', '=', id)
        .execute();
    },

    erase: (id, target, at) => write((writing) => eraseTarget(writing, { id, target, at })),

    async done(id, at) {
      const scope = JSON.stringify({ kind: 'person' });
      await db
        .updateTable('erasures')
        .set({
          done_at: at,
          // The words that it searched for are of whom it erased.
          scope: sql<string>`case when scope::json->>'kind' = 'person' then ${scope} else scope end`,
        })
        .where('id', '=', id)
        .execute();
    },

    ...erasureFinds(database),
  };
}

function erasureFinds({
  db,
}: Pick<Database, 'db'>): Pick<Erasures, 'ofIncident' | 'incidentsWith' | 'sharedFiles'> {
  const all = () => db.selectFrom('erasures').selectAll();
  return {
    async ofIncident(incident) {
      const values = await db
        .selectFrom('personal_values')
        .select(['commitment', 'fact', 'erasure'])
        .where('incident', '=', incident)
        .where('erasure', 'is not', null)
        .orderBy('commitment')
        .execute();
      const erasures = await all()
        .where('agreed_at', 'is not', null)
        .where(sql<boolean>`targets::jsonb @> ${JSON.stringify([{ incident }])}::jsonb`)
        .orderBy('agreed_at')
        .execute();
      return {
        values: values.map((value) => ({ ...value, erasure: value.erasure ?? '' })),
        erasures: erasures.map(erasureFrom),
      };
    },

    async incidentsWith(words) {
      // As JSON has them between its quotes.
      const inJson = JSON.stringify(words).slice(1, -1);
      const { rows } = await sql<{ incident: string }>`
        select incident from personal_values where position(${inJson} in value) > 0
        union
        select incident from reports where incident is not null and (
          position(${words} in coalesce(text, '')) > 0
          or position(${words} in coalesce(place, '')) > 0
          or position(${words} in coalesce(reporter_name, '')) > 0
          or position(${words} in coalesce(reporter_phone, '')) > 0
          or position(${inJson} in facts) > 0)
        order by incident`.execute(db);
      return rows.map(({ incident }) => incident);
    },

    async sharedFiles(incident, files) {
      if (files.length === 0) return [];
      const rows = await db
        .selectFrom('files')
        .select('sha256')
        .distinct()
        .where('incident', '!=', incident)
        .where('erased', 'is', null)
        .where('sha256', 'in', [...files])
        .execute();
      return rows.map(({ sha256 }) => sha256);
    },
  };
}

function erasureFrom(row: Selectable<ErasureTable>): ErasureRecord {
  return {
    id: row.id,
    scope: JSON.parse(row.scope),
    reason: row.reason,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    ...(row.agreed_by !== null && { agreedBy: row.agreed_by }),
    ...(row.agreed_at !== null && { agreedAt: row.agreed_at }),
    ...(row.targets !== null && { targets: JSON.parse(row.targets) }),
    ...(row.done_at !== null && { doneAt: row.done_at }),
  };
}
