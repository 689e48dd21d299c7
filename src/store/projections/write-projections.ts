import type { Transaction } from 'kysely';
import { insertRows, type Computed } from '../queries/insert-rows.ts';
import type { Tables } from '../tables.ts';
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
  await insertRows(db, 'incidents', rows, {
    conflict: { key: ['id'], then: 'update' },
    computed: counted,
  });
}

// What lists are sorted by. Counted over the steps as they now are, so it cannot drift from them.
const counted: Computed = {
  columns: ['open_steps', 'late', 'next_due'],
  from: `
    select count(*) filter (where status = 'open') as open_steps,
      count(*) filter (where (status = 'open' and late_at is not null) or judge_late_at is not null) as late,
      min(least(case when status = 'open' and not held then due_now end,
        case when judge_role is not null then coalesce(judge_due, due_now) end)) as next_due
    from steps where steps.incident = row.id and row.closed_at is null`,
};

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
});

async function writeSteps(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ steps }) => Object.values(steps).map(stepRow));
  await insertRows(db, 'steps', rows, {
    conflict: { key: ['incident', 'step'], then: 'update' },
  });
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
  await insertRows(db, 'answers', rows, {
    conflict: { key: ['incident', 'fact'], then: 'update' },
  });
}

async function writeBindings(db: Db, projections: readonly Projection[]): Promise<void> {
  const rows = projections.flatMap(({ incident, bindings }) =>
    Object.entries(bindings).map(([role, { unit, person, also }]) => ({
      incident: idOf(incident),
      role,
      unit,
      person: person ?? null,
      also: also ?? null,
    })),
  );
  await insertRows(db, 'bindings', rows, {
    conflict: { key: ['incident', 'role'], then: 'update' },
  });
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
  await insertRows(db, 'decisions', rows);
}

async function writeNotices(
  db: Db,
  projections: readonly Projection[],
): Promise<ReadonlySet<string>> {
  const rows = projections.flatMap(({ notices }) =>
    notices.map(({ data, ...notice }) => ({ ...notice, data: JSON.stringify(data) })),
  );
  const written = await insertRows(db, 'notices', rows, {
    conflict: { key: ['incident', 'key', 'role'], then: 'nothing' },
    returning: 'incident',
  });
  return new Set(written);
}

const idOf = (incident: IncidentProjection | undefined): string => {
  if (incident === undefined) throw new Error('there are projections of an incident without it');
  return incident.id;
};
