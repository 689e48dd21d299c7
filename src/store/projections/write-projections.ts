import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { columnsOf, excluded } from './excluded.ts';
import type { Projection, IncidentProjection } from './projection.ts';
import type { StepRecord } from '../ports/incidents.ts';

type Db = Transaction<Tables>;

/** Writes what entries changed, one statement a table. Says in which incidents somebody was told something new. */
export async function writeProjections(
  db: Db,
  projections: readonly Projection[],
): Promise<ReadonlySet<string>> {
  await writeSteps(db, projections);
  // After their steps: the rows count them.
  await writeIncidents(db, projections);
  await writeAnswers(db, projections);
  await writeBindings(db, projections);
  await writeDecisions(db, projections);
  return writeNotices(db, projections);
}

async function writeIncidents(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ incident }) => (incident ? [incidentRow(incident)] : []));
  if (rows.length === 0) return;
  await db
    .insertInto('incidents')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(excluded(columnsOf(rows))))
    .execute();
}

const incidentRow = (incident: IncidentProjection) => ({
  id: incident.id,
  kind: incident.kind,
  procedure: incident.procedure,
  first: incident.first,
  beside: JSON.stringify(incident.beside),
  release: incident.release,
  unit: incident.unit,
  channel: incident.channel,
  priority: incident.priority,
  reported_at: incident.reportedAt,
  started_at: incident.startedAt,
  closed_at: incident.closedAt ?? null,
  reports: JSON.stringify(incident.reports),
  started: JSON.stringify(incident.started),
  pending_switch: incident.pendingSwitch ? JSON.stringify(incident.pendingSwitch) : null,
  seq: incident.head.seq,
  hash: incident.head.hash,
  ...counts(incident),
});

async function writeSteps(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ steps }) => Object.values(steps).map(stepRow));
  if (rows.length === 0) return;
  await db
    .insertInto('steps')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'step']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

const stepRow = ({ incident, step, procedure, role, required, dueNow, row }: StepRecord) => ({
  incident,
  step,
  procedure,
  role,
  required,
  status: row.status,
  held: row.pending !== undefined && row.pending.kind !== 'deviation',
  due_now: dueNow ?? null,
  late_at: row.lateAt ?? null,
  judge_role: row.pending?.judge ?? null,
  proposed_by: row.pending?.by ?? null,
  judge_due: row.pending?.due ?? null,
  judge_late_at: row.pending?.lateAt ?? null,
  row: JSON.stringify(row),
});

async function writeAnswers(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ incident, answers }) =>
    Object.values(answers).map(({ fact, value, commitment, corrected, at, by }) => ({
      incident: idOf(incident),
      fact,
      value: value === undefined ? null : JSON.stringify(value),
      commitment: commitment ?? null,
      corrected,
      at,
      by: by ?? null,
    })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto('answers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'fact']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

async function writeBindings(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ incident, bindings }) =>
    Object.entries(bindings).map(([role, { unit, person, also }]) => ({
      incident: idOf(incident),
      role,
      unit,
      person: person ?? null,
      also: also === undefined ? null : sql<readonly string[]>`${[...also]}::text[]`,
    })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto('bindings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'role']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

async function writeDecisions(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ incident, decisions }) =>
    decisions.map(({ seq, at, decision }) => ({
      incident: idOf(incident),
      seq,
      at,
      rule_set: decision.ruleSet,
      decision: JSON.stringify(decision),
    })),
  );
  if (rows.length > 0) await db.insertInto('decisions').values(rows).execute();
}

async function writeNotices(
  db: Db,
  projections: readonly Projection[],
): Promise<ReadonlySet<string>> {
  const rows = projections.flatMap(({ notices }) =>
    notices.map(({ data, ...notice }) => ({ ...notice, data: JSON.stringify(data) })),
  );
  if (rows.length === 0) return new Set();
  const written = await db
    .insertInto('notices')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['incident', 'key', 'role']).doNothing())
    .returning('incident')
    .execute();
  return new Set(written.map(({ incident }) => incident));
}

const idOf = (incident: IncidentProjection | undefined): string => {
  if (incident === undefined) throw new Error('there are projections of an incident without it');
  return incident.id;
};

// What lists are sorted by. Counted over the steps as they now are, so it cannot drift from them.
const counts = ({ id, closedAt }: IncidentProjection) => {
  if (closedAt !== undefined) return { open_steps: 0, late: 0, next_due: null };
  const of = (what: RawBuilder<unknown>) =>
    sql<number>`(select ${what} from steps where steps.incident = ${id})`;
  return {
    open_steps: of(sql`count(*) filter (where status = 'open')`),
    late: of(
      sql`count(*) filter (where (status = 'open' and late_at is not null) or judge_late_at is not null)`,
    ),
    next_due: of(
      sql`min(least(case when status = 'open' and not held then due_now end,
                    case when judge_role is not null then coalesce(judge_due, due_now) end))`,
    ),
  };
};
