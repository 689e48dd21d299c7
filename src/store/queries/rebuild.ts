import type { Database, Writing } from '../database.ts';
import { entryFrom } from './log-row.ts';
import { project } from './project.ts';
import { writeRows } from './write-rows.ts';

/** Makes the projections of one incident or of all again. Each incident by itself: the others stay readable. */
export async function rebuild(database: Database, only?: string): Promise<number> {
  const incidents = only === undefined ? await allIncidents(database) : [only];
  for (const incident of incidents) {
    await database.write((writing) => rebuildIncident(writing, incident));
  }
  return incidents.length;
}

// Also incidents that have projections and no log: their rows go.
async function allIncidents({ db }: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('log_entries')
    .select('incident')
    .union(db.selectFrom('incidents').select('id as incident'))
    .execute();
  return rows.map(({ incident }) => incident);
}

async function rebuildIncident(
  { db, announce, lockIncidents }: Writing,
  incident: string,
): Promise<void> {
  await lockIncidents([incident]);
  await db.deleteFrom('incidents').where('id', '=', incident).execute();
  for (const table of ['steps', 'answers', 'decisions', 'bindings', 'notices'] as const) {
    await db.deleteFrom(table).where('incident', '=', incident).execute();
  }
  const rows = await db
    .selectFrom('log_entries')
    .selectAll()
    .where('incident', '=', incident)
    .orderBy('seq')
    .execute();
  const last = rows.at(-1);
  if (last === undefined) return;
  await writeRows(db, await project(db, [{ incident, entries: rows.map(entryFrom) }]));
  await announce({ at: last.recorded, incident, noticed: true });
}
