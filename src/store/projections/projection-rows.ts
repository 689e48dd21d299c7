import type { RowsToWrite } from '../queries/write-rows.ts';
import type { StepRecord } from '../ports/incidents.ts';
import type { IncidentProjection, Projection } from './projection.ts';

/** The rows in which projections are kept. */
export const projectionRows = (projections: readonly Projection[]): RowsToWrite => ({
  incidents: projections.flatMap(({ incident }) => (incident ? [incidentRow(incident)] : [])),
  steps: projections.flatMap(({ steps }) => Object.values(steps).map(stepRow)),
  answers: projections.flatMap(answerRows),
  bindings: projections.flatMap(bindingRows),
  decisions: projections.flatMap(decisionRows),
  notices: projections.flatMap(({ notices }) =>
    notices.map(({ data, ...notice }) => ({ ...notice, data: JSON.stringify(data) })),
  ),
});

const incidentRow = (incident: IncidentProjection) => ({
  id: incident.id,
  kind: incident.kind,
  procedure: incident.procedure,
  first: incident.first,
  beside: JSON.stringify(incident.beside),
  beside_ids: incident.beside,
  release: incident.release,
  unit: incident.unit,
  channel: incident.channel,
  priority: incident.priority,
  reported_at: incident.reportedAt,
  started_at: incident.startedAt,
  closed_at: incident.closedAt ?? null,
  reports: JSON.stringify(incident.reports),
  first_report: incident.reports[0] ?? null,
  started: JSON.stringify(incident.started),
  pending_switch: incident.pendingSwitch ? JSON.stringify(incident.pendingSwitch) : null,
  calendar: incident.calendar?.digest ?? null,
  calendars_published: incident.calendar?.published ?? 0,
  switch_judge: incident.pendingSwitch?.judge ?? null,
  switch_by: incident.pendingSwitch?.by ?? null,
  switch_due: incident.pendingSwitch?.due ?? null,
  seq: incident.head.seq,
  hash: incident.head.hash,
});

const stepRow = ({ incident, step, procedure, role, required, dueNow, row }: StepRecord) => ({
  incident,
  step,
  procedure,
  role,
  required,
  status: row.status,
  held: row.pending !== undefined && row.pending.kind !== 'deviation',
  due: row.due ?? null,
  due_now: dueNow ?? null,
  late_at: row.lateAt ?? null,
  judge_role: row.pending?.judge ?? null,
  opened: row.opened ?? null,
  proposed_by: row.pending?.by ?? null,
  proposed_with: row.pending?.others ?? null,
  judge_due: row.pending?.due ?? null,
  judge_late_at: row.pending?.lateAt ?? null,
  asked_role: row.asked?.role ?? null,
  asked_due: row.asked?.due ?? null,
  asked_late_at: row.asked?.lateAt ?? null,
  row: JSON.stringify(row),
});

const answerRows = ({ incident, answers }: Projection) =>
  Object.values(answers).map(({ fact, value, commitment, corrected, at, by }) => ({
    incident: idOf(incident),
    fact,
    value: value === undefined ? null : JSON.stringify(value),
    commitment: commitment ?? null,
    corrected,
    at,
    by: by ?? null,
  }));

const bindingRows = ({ incident, bindings }: Projection) =>
  Object.entries(bindings).map(([role, { unit, person, also }]) => ({
    incident: idOf(incident),
    role,
    unit,
    person: person ?? null,
    also: also ?? null,
  }));

const decisionRows = ({ incident, decisions }: Projection) =>
  decisions.map(({ seq, at, decision }) => ({
    incident: idOf(incident),
    seq,
    at,
    rule_set: decision.ruleSet,
    decision: JSON.stringify(decision),
  }));

const idOf = (incident: IncidentProjection | undefined): string => {
  if (incident === undefined) throw new Error('there are projections of an incident without it');
  return incident.id;
};
