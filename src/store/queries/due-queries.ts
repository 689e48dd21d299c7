import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { DueNarrowing, DuePart, DueRecord, Dues } from '../ports/dues.ts';
import type { Tables } from '../tables.ts';
import { boundIn, incidentFrom, incidentName } from './incident-row.ts';
import { placesOf } from './places-of.ts';
import { readable } from './readable.ts';
import { stepFrom, stepName } from './step-row.ts';

/** The steps and judgements that fall due, in a database. */
export function dueQueries({ db, unreadable }: Database): Dues {
  return {
    async of(narrow) {
      const found = await find(db, narrow);
      const records = await recordsOf({ db, unreadable }, found);
      const part = (isLate: boolean): DuePart => ({
        total: found.find(({ late }) => late === isLate)?.total ?? 0,
        records: found.flatMap((one, place) => (one.late === isLate ? (records[place] ?? []) : [])),
      });
      return { late: part(true), soon: part(false) };
    },
  };
}

interface FoundDue {
  readonly incident: string;
  /** Null for a change of standard. */
  readonly step: string | null;
  readonly wants: DueRecord['wants'];
  readonly due: number;
  readonly late: boolean;
  /** The number of records in its part. */
  readonly total: number;
}

// The index `steps_wanted` gives all that is wanted until then; who may see it and what it counts as is asked of these.
async function find(db: Kysely<Tables>, narrow: DueNarrowing): Promise<readonly FoundDue[]> {
  const { reader, now, until, counted = until, units, procedure, priority, limit } = narrow;
  const judged = sql`steps.judge_role is not null`;
  const asked = sql`steps.asked_role is not null`;
  const wanted = sql`coalesce(steps.judge_due, steps.asked_due, steps.due_now)`;
  // Overdue when it opened: the time that it had is before the one by which it is asked for again.
  const had = sql`least(steps.due_now, steps.due)`;
  const here = sql`${readable(reader)}
    and ${units === undefined ? sql`true` : sql`incidents.unit = any(${[...units]}::text[])`}
    and ${procedure === undefined ? sql`true` : sql`incidents.procedure = ${procedure}`}
    and ${priority === undefined ? sql`true` : sql`incidents.priority = ${priority}`}`;
  const switchDue = sql`incidents.switch_due`;
  const { rows } = await sql<FoundDue>`
    with wanted as (
      select steps.incident, steps.step, incidents.priority,
        case when ${judged} then 'judge' when ${asked} then 'answer' else 'do' end as wants,
        case when ${judged} or ${asked} then ${wanted} else ${had} end as due,
        case when ${judged} then steps.judge_late_at when ${asked} then steps.asked_late_at
          else steps.late_at end as late_at
      from steps join incidents on incidents.id = steps.incident and incidents.closed_at is null
      where (steps.status = 'open' or ${judged} or ${asked}) and ${wanted} <= ${until} and ${here}
      union all
      select incidents.id, null, incidents.priority, 'judge', ${switchDue}, null
      from incidents
      where incidents.closed_at is null and incidents.pending_switch is not null
        and ${switchDue} <= ${until} and ${here}),
    judged as (select *, late_at is not null or due < ${now} as late from wanted),
    counted as (
      select *, (count(*) filter (where due <= ${counted}) over (partition by late))::int as total,
        row_number() over (partition by late order by priority, due, incident, step) as place
      from judged)
    select incident, step, wants, due, late, total from counted where place <= ${limit}
    order by place`.execute(db);
  return rows;
}

async function recordsOf(
  { db, unreadable }: Pick<Database, 'db' | 'unreadable'>,
  found: readonly FoundDue[],
): Promise<readonly (DueRecord | undefined)[]> {
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ incident }) => incident))];
  const wanted = found.flatMap(({ incident, step }) =>
    step === null ? [] : [sql`(${incident}, ${step})`],
  );
  const [incidentRows, stepRows] = await Promise.all([
    db
      .selectFrom('incidents')
      .selectAll()
      .select(boundIn.as('bindings'))
      .where('id', 'in', ids)
      .execute(),
    wanted.length === 0
      ? []
      : db
          .selectFrom('steps')
          .selectAll()
          .where(sql<boolean>`(incident, step) in (${sql.join(wanted)})`)
          .execute(),
  ]);
  const incidents = new Map(
    unreadable.each(incidentRows, incidentName, incidentFrom).map((each) => [each.id, each]),
  );
  const steps = new Map(
    unreadable
      .each(stepRows, stepName, stepFrom)
      .map((each) => [`${each.incident} ${each.step}`, each]),
  );
  const first = [...incidents.values()].flatMap(({ reports }) => reports.slice(0, 1));
  const places = await placesOf(db, first);
  return found.map(({ incident: id, step: name, wants, due }) => {
    const incident = incidents.get(id);
    const step = steps.get(`${id} ${name}`);
    // Gone since, as a rebuild is under way, or unreadable.
    if (!incident || (name !== null && !step)) return undefined;
    const place = places.get(incident.reports[0] ?? '');
    return {
      wants,
      due,
      incident,
      ...(place !== undefined && { place }),
      ...(step && { step }),
    };
  });
}
