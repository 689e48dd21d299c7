import type { Selectable } from 'kysely';
import type { IncidentRecord } from '../ports/incidents.ts';
import type { IncidentTable } from '../tables.ts';

/** An incident as its row has it. */
export function incidentFrom(row: Selectable<IncidentTable>): IncidentRecord {
  return {
    id: row.id,
    kind: row.kind,
    procedure: row.procedure,
    first: row.first,
    beside: JSON.parse(row.beside),
    release: row.release,
    unit: row.unit,
    channel: row.channel,
    priority: row.priority,
    reportedAt: row.reported_at,
    startedAt: row.started_at,
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    reports: JSON.parse(row.reports),
    started: JSON.parse(row.started),
    ...(row.pending_switch !== null && { pendingSwitch: JSON.parse(row.pending_switch) }),
    head: { seq: row.seq, hash: row.hash },
    openSteps: row.open_steps,
    late: row.late,
    ...(row.next_due !== null && { nextDue: row.next_due }),
  };
}
