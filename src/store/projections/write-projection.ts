import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { columnsOf, excluded } from './excluded.ts';
import type { Projection, IncidentProjection } from './projection.ts';
import type { StepRecord } from '../ports/incidents.ts';

type Db = Transaction<Tables>;

/** Writes what entries changed. Says whether anybody was told something new. */
export async function writeProjection(
  db: Db,
  incident: string,
  projection: Projection,
): Promise<{ readonly noticed: boolean }> {
  await writeSteps(db, Object.values(projection.steps));
  // After its steps: the row counts them.
  if (projection.incident) await writeIncident(db, projection.incident);
  await writeAnswers(db, incident, projection);
  await writeBindings(db, incident, projection);
  if (projection.decisions.length > 0) {
    await db
      .insertInto('decisions')
      .values(
        projection.decisions.map(({ seq, at, decision }) => ({
          incident,
          seq,
          at,
          rule_set: decision.ruleSet,
          decision: JSON.stringify(decision),
        })),
      )
      .execute();
  }
  return { noticed: await writeNotices(db, projection) };
}

async function writeIncident(db: Db, incident: IncidentProjection): Promise<void> {
  const row = {
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
  };
  const counted = { ...row, ...counts(incident) };
  await db
    .insertInto('incidents')
    .values(counted)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(excluded(columnsOf([counted]))))
    .execute();
}

async function writeSteps(db: Db, steps: readonly StepRecord[]): Promise<void> {
  if (steps.length === 0) return;
  const rows = steps.map(({ incident, step, procedure, role, required, dueNow, row }) => ({
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
  }));
  await db
    .insertInto('steps')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'step']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

async function writeAnswers(db: Db, incident: string, { answers }: Projection): Promise<void> {
  const rows = Object.values(answers).map(({ fact, value, commitment, corrected, at, by }) => ({
    incident,
    fact,
    value: value === undefined ? null : JSON.stringify(value),
    commitment: commitment ?? null,
    corrected,
    at,
    by: by ?? null,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('answers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'fact']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

async function writeBindings(db: Db, incident: string, { bindings }: Projection): Promise<void> {
  const rows = Object.entries(bindings).map(([role, { unit, person, also }]) => ({
    incident,
    role,
    unit,
    person: person ?? null,
    also: also === undefined ? null : sql<readonly string[]>`${[...also]}::text[]`,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto('bindings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['incident', 'role']).doUpdateSet(excluded(columnsOf(rows))),
    )
    .execute();
}

async function writeNotices(db: Db, { notices }: Projection): Promise<boolean> {
  if (notices.length === 0) return false;
  const written = await db
    .insertInto('notices')
    .values(notices.map(({ data, ...notice }) => ({ ...notice, data: JSON.stringify(data) })))
    .onConflict((conflict) => conflict.columns(['incident', 'key', 'role']).doNothing())
    .returning('id')
    .execute();
  return written.length > 0;
}

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
