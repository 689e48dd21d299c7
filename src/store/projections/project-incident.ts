import type { LogData, LogEntry } from '../../model/log-entry.ts';
import type { SwitchRecord } from '../ports/incidents.ts';
import { projectSwitch } from './project-switch.ts';
import type { IncidentProjection } from './projection.ts';

/** The incident's row after an entry. The first entry has to be the one that starts it. */
export function projectIncident(
  id: string,
  before: IncidentProjection | undefined,
  entry: LogEntry,
): IncidentProjection {
  const head = { seq: entry.seq, hash: entry.hash };
  if (entry.data.kind === 'started') return { ...begin(id, entry, entry.data), head };
  if (before === undefined) throw new Error(`the log of ${id} does not begin with its start`);
  return { ...change(before, entry), head };
}

function begin(
  id: string,
  { at }: LogEntry,
  data: Extract<LogData, { kind: 'started' }>,
): Omit<IncidentProjection, 'head'> {
  return {
    id,
    kind: data.procedureKind,
    procedure: data.procedure,
    first: data.procedure,
    beside: [],
    release: data.release,
    unit: data.unit,
    channel: data.channel,
    priority: data.priority,
    reportedAt: data.reportedAt,
    startedAt: at,
    reports: [data.report],
    started: [],
  };
}

function change(before: IncidentProjection, entry: LogEntry): IncidentProjection {
  const { data, step } = entry;
  switch (data.kind) {
    case 'bound':
      return data.handlingUnit === undefined ? before : { ...before, unit: data.handlingUnit };
    case 'priority':
      return { ...before, priority: data.to };
    case 'standard-added':
      return { ...before, beside: withOne(before.beside, data.procedure) };
    case 'joined':
      return { ...before, reports: withOne(before.reports, data.report) };
    case 'starts': {
      const started = {
        procedure: data.procedure,
        id: data.id,
        ...(step !== undefined && { step }),
      };
      return { ...before, started: [...before.started, started] };
    }
    case 'standard-switched':
      return switched(before, entry, data);
    case 'calendar-published': {
      const published = (before.calendar?.published ?? 0) + 1;
      return { ...before, calendar: { digest: data.digest, published } };
    }
    case 'closed':
      return { ...before, closedAt: entry.at };
    default:
      return before;
  }
}

function switched(
  { pendingSwitch, ...before }: IncidentProjection,
  entry: LogEntry,
  data: Extract<LogData, { kind: 'standard-switched' }>,
): IncidentProjection {
  const after: { procedure: string; pending?: SwitchRecord } = projectSwitch(
    { procedure: before.procedure, ...(pendingSwitch && { pending: pendingSwitch }) },
    entry,
    data,
  );
  return {
    ...before,
    procedure: after.procedure,
    // Those beside it were beside the standard that ran before.
    beside: data.phase === 'done' ? [] : before.beside,
    ...(after.pending && { pendingSwitch: after.pending }),
  };
}

const withOne = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list : [...list, item];
