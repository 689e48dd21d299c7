import { sql, type Selectable } from 'kysely';
import type { IncidentProjection } from '../projections/projection.ts';
import type { IncidentRecord, SwitchRecord } from '../ports/incidents.ts';
import type { BindingTable, IncidentTable } from '../tables.ts';
import { askedIn } from './asked-roles.ts';
import { parseList, parseObject } from './parse-json.ts';
import { bindingFrom } from './binding-row.ts';

/** An incident's row with who has a part in it. */
export type IncidentRow = Selectable<IncidentTable> & { readonly bindings: string };

/** The bindings of the incident `incidents` and the roles it has asked, as JSON: who may see it depends on both. */
export const boundIn = sql<string>`json_build_object(
  'bound', (
    select json_object_agg(bindings.role, to_json(bindings))
    from bindings where bindings.incident = incidents.id),
  'asked', ${askedIn})::text`;

/** An incident's row by its table and key. */
export const incidentName = ({ id }: Pick<IncidentRow, 'id'>): string => `incidents ${id}`;

/** An incident as its row has it. */
export function incidentFrom(row: IncidentRow): IncidentRecord {
  return {
    ...projectionFrom(row),
    ...partsFrom(row.bindings),
    openSteps: row.open_steps,
    late: row.late,
    nobodyPrompted: row.closed_at === null && row.prompted === 0 && row.pending_switch === null,
    ...(row.next_due !== null && { nextDue: row.next_due }),
  };
}

/** The projection that entries are read onto, as the incident's row has it. */
export function projectionFrom(row: Selectable<IncidentTable>): IncidentProjection {
  return {
    id: row.id,
    kind: row.kind,
    procedure: row.procedure,
    first: row.first,
    beside: parseList<string>(row.beside),
    release: row.release,
    unit: row.unit,
    channel: row.channel,
    priority: row.priority,
    reportedAt: row.reported_at,
    startedAt: row.started_at,
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    reports: parseList<string>(row.reports),
    started: parseList<IncidentProjection['started'][number]>(row.started),
    ...(row.pending_switch !== null && {
      pendingSwitch: parseObject<SwitchRecord>(row.pending_switch, 'from', 'to'),
    }),
    ...(row.calendar !== null && {
      calendar: { digest: row.calendar, published: row.calendars_published },
    }),
    head: { seq: row.seq, hash: row.hash },
  };
}

function partsFrom(read: string): Pick<IncidentRecord, 'bindings' | 'asked'> {
  const { bound, asked } = JSON.parse(read) as {
    readonly bound: Readonly<Record<string, Selectable<BindingTable>>> | null;
    readonly asked: readonly string[];
  };
  const bindings = Object.entries(bound ?? {}).map(
    ([role, row]) => [role, bindingFrom(row)] as const,
  );
  return { bindings: Object.fromEntries(bindings), asked };
}
