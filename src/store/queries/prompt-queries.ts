import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { PromptRecord, Prompts } from '../ports/prompts.ts';
import type { IncidentTable, Tables } from '../tables.ts';
import { holdsRole, judges } from './holds-role.ts';
import { incidentFrom } from './incident-row.ts';
import { stepFrom } from './step-row.ts';

const promptsMax = 500;

/** Who is asked what, in a database. */
export function promptQueries({ db }: Database): Prompts {
  return {
    async of({ actor, settings, incident, limit = promptsMax }) {
      const here = incident === undefined ? sql`true` : sql`steps.incident = ${incident}`;
      const columns = sql`steps.incident, steps.step, incidents.priority, incidents.reported_at`;
      const running = sql`join incidents on incidents.id = steps.incident and incidents.closed_at is null`;
      const { rows } = await sql<FoundPrompt>`
        select ${columns}, due_now as due, 'do' as wants
        from steps ${running}
        left join bindings on bindings.incident = steps.incident and bindings.role = steps.role
        where steps.status = 'open' and not steps.held and ${here}
          and ${holdsRole(actor, settings, sql`steps.role`)}
        union all
        select ${columns}, coalesce(judge_due, due_now) as due, 'judge' as wants
        from steps ${running}
        left join bindings on bindings.incident = steps.incident and bindings.role = steps.judge_role
        where steps.judge_role is not null and ${here} and ${judges(actor, settings)}
        order by due nulls last, priority, reported_at, incident, step, wants
        limit ${limit}`.execute(db);
      return withRows(db, rows);
    },

    async switches({ actor, settings, limit = promptsMax }) {
      const role = sql`(incidents.pending_switch::json ->> 'judge')`;
      const { rows } = await sql<Selectable<IncidentTable>>`
        select incidents.* from incidents
        left join bindings on bindings.incident = incidents.id and bindings.role = ${role}
        where incidents.closed_at is null and incidents.pending_switch is not null
          and (incidents.pending_switch::json ->> 'by') is distinct from ${actor.person}
          and ${holdsRole(actor, settings, role)}
        order by (incidents.pending_switch::json ->> 'due') nulls last, incidents.id
        limit ${limit}`.execute(db);
      return rows.map(incidentFrom);
    },
  };
}

interface FoundPrompt {
  readonly incident: string;
  readonly step: string;
  readonly wants: PromptRecord['wants'];
}

async function withRows(
  db: Kysely<Tables>,
  found: readonly FoundPrompt[],
): Promise<readonly PromptRecord[]> {
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ incident }) => incident))];
  const [incidentRows, stepRows] = await Promise.all([
    db.selectFrom('incidents').selectAll().where('id', 'in', ids).execute(),
    db.selectFrom('steps').selectAll().where('incident', 'in', ids).execute(),
  ]);
  const incidents = new Map(incidentRows.map((row) => [row.id, incidentFrom(row)]));
  const steps = new Map(stepRows.map((row) => [`${row.incident} ${row.step}`, row]));
  const places = await placesOf(
    db,
    [...incidents.values()].flatMap(({ reports }) => reports.slice(0, 1)),
  );
  return found.flatMap(({ incident: id, step: name, wants }) => {
    const incident = incidents.get(id);
    const step = steps.get(`${id} ${name}`);
    if (!incident || !step) return []; // gone since: a rebuild is under way
    const place = places.get(incident.reports[0] ?? '');
    return [{ wants, incident, ...(place !== undefined && { place }), step: stepFrom(step) }];
  });
}

async function placesOf(db: Kysely<Tables>, reports: readonly string[]) {
  if (reports.length === 0) return new Map<string, string>();
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'place'])
    .where('id', 'in', [...reports])
    .execute();
  return new Map(rows.flatMap(({ id, place }) => (place === null ? [] : [[id, place] as const])));
}
