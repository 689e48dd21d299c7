import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Projection, IncidentProjection } from './projection.ts';
import type { StepRecord } from '../ports/incidents.ts';

type Db = Transaction<Tables>;

/** Writes what entries changed. Says whether anybody was told something new. */
export async function writeProjection(
  db: Db,
  incident: string,
  projection: Projection,
): Promise<{ readonly noticed: boolean }> {
  if (projection.incident) await writeIncident(db, projection.incident);
  await writeSteps(db, Object.values(projection.steps));
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
  const noticed = await writeNotices(db, projection);
  await count(db, incident);
  return { noticed };
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
  await db
    .insertInto('incidents')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
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
      conflict.columns(['incident', 'step']).doUpdateSet(({ ref }) => ({
        procedure: ref('excluded.procedure'),
        role: ref('excluded.role'),
        required: ref('excluded.required'),
        status: ref('excluded.status'),
        held: ref('excluded.held'),
        due_now: ref('excluded.due_now'),
        late_at: ref('excluded.late_at'),
        judge_role: ref('excluded.judge_role'),
        proposed_by: ref('excluded.proposed_by'),
        judge_due: ref('excluded.judge_due'),
        judge_late_at: ref('excluded.judge_late_at'),
        row: ref('excluded.row'),
      })),
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
      conflict.columns(['incident', 'fact']).doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        commitment: ref('excluded.commitment'),
        corrected: ref('excluded.corrected'),
        at: ref('excluded.at'),
        by: ref('excluded.by'),
      })),
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
      conflict.columns(['incident', 'role']).doUpdateSet(({ ref }) => ({
        unit: ref('excluded.unit'),
        person: ref('excluded.person'),
        also: ref('excluded.also'),
      })),
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
async function count(db: Db, incident: string): Promise<void> {
  await sql`
    update incidents set (open_steps, late, next_due) = (
      select count(*) filter (where status = 'open'),
             count(*) filter (where (status = 'open' and late_at is not null) or judge_late_at is not null),
             min(least(case when status = 'open' and not held then due_now end,
                       case when judge_role is not null then coalesce(judge_due, due_now) end))
      from steps where steps.incident = incidents.id and incidents.closed_at is null)
    where id = ${incident}`.execute(db);
}
