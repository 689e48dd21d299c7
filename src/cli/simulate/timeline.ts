import type { Calendar } from '../../model/calendar.ts';
import type { Instant } from '../../model/instant.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { StepSpec } from '../../model/procedure-spec.ts';
import type { Release } from '../../model/release.ts';
import type { Text } from '../../model/text.ts';
import { releaseSettings } from '../../simulate/scenario-report.ts';
import { localTime } from '../../procedure/local-time.ts';
import { spanText } from '../span-text.ts';
import { causeFirst } from './cause-first.ts';

/** One thing that happened in a simulated procedure. */
export interface TimelineLine {
  /** Local time, and how long after the report, at which it became known: an act may tell of what happened before. */
  readonly at: string;
  readonly after: string;
  readonly what:
    | 'started'
    | 'prompt'
    | 'done'
    | 'proposed'
    | 'deviated'
    | 'missed'
    | 'not-needed'
    | 'superseded'
    | 'reminded'
    | 'late'
    | 'rung'
    | 'told'
    | 'decided'
    | 'priority'
    | 'starts'
    | 'beside'
    | 'switch'
    | 'closed';
  readonly step?: string;
  readonly title?: Text;
  readonly occurrence?: number;
  /** 1, 2 or 3 where the step is one of the three feedbacks. */
  readonly feedback?: number;
  readonly role?: Text;
  readonly by?: string;
  readonly due?: string;
  readonly overdueAtOpening?: true;
  readonly lateBy?: string;
  readonly tell?: readonly Text[];
  readonly do?: readonly string[];
  /** The thing that was decided, started, added or switched to. */
  readonly detail?: string;
}

/** The entries of a simulated procedure's log that tell what a person would notice. */
export function timelineOf(
  release: Release,
  entries: readonly LogEntry[],
): readonly TimelineLine[] {
  const { calendar } = releaseSettings(release);
  const [first] = entries;
  const start = first?.data.kind === 'started' ? first.data.reportedAt : (first?.at ?? 0);
  const context = { release, calendar, steps: stepsOf(release, entries) } as const;
  const rows = new Map<string, StepRow>();
  return causeFirst(entries).flatMap((entry) => {
    const before = rows.get(entry.step ?? '');
    if (entry.data.kind === 'step') rows.set(entry.data.row.step, entry.data.row);
    const line = lineOf(entry, { ...context, isProposed: before?.pending !== undefined });
    if (!line) return [];
    const step = entry.step === undefined ? undefined : context.steps.get(entry.step);
    return [
      {
        at: localTime(calendar, entry.recorded),
        after: spanText(entry.recorded - start),
        ...(entry.step !== undefined && { step: entry.step }),
        ...(step && { title: step.title }),
        ...(step?.feedback !== undefined && { feedback: step.feedback }),
        ...(step?.repeat && entry.occurrence !== undefined && { occurrence: entry.occurrence }),
        ...line,
      },
    ];
  });
}

interface Context {
  readonly release: Release;
  readonly calendar: Calendar;
  readonly steps: ReadonlyMap<string, StepSpec>;
  /** True where the step was before a second person already: that this is late is no new proposal. */
  readonly isProposed: boolean;
}

type Line = Pick<TimelineLine, 'what'> & Partial<TimelineLine>;

function lineOf(entry: LogEntry, context: Context): Line | undefined {
  const { data } = entry;
  const texts = (roles: readonly string[]) => roles.map((role) => roleTitle(context.release, role));
  switch (data.kind) {
    case 'started':
      return {
        what: 'started',
        detail: data.procedure,
        title: titleOf(context.release, data.procedure),
      };
    case 'step':
      return stepLine(data, context);
    case 'reminded':
      return {
        what: 'reminded',
        due: localTime(context.calendar, data.due),
        tell: texts(data.tell),
      };
    case 'late':
      return { what: 'late', due: localTime(context.calendar, data.due), detail: data.of };
    case 'rung':
      return {
        what: 'rung',
        tell: texts(data.tell),
        detail: data.rung,
        ...(data.do.length > 0 && { do: data.do }),
      };
    case 'told':
      return { what: 'told', tell: texts([data.who]) };
    case 'decided': {
      const { decides, outcome } = data.decision;
      // Where no row fits nothing is decided: all stays as it is.
      return outcome === null ? undefined : { what: 'decided', detail: `${decides} = ${outcome}` };
    }
    case 'priority':
      return { what: 'priority', detail: `${data.from} → ${data.to}` };
    case 'starts':
      return {
        what: 'starts',
        detail: data.procedure,
        title: titleOf(context.release, data.procedure),
      };
    case 'standard-added':
      return {
        what: 'beside',
        detail: data.procedure,
        title: titleOf(context.release, data.procedure),
      };
    case 'standard-switched':
      return { what: 'switch', detail: `${data.phase}: ${data.from} → ${data.to}` };
    case 'closed':
      return { what: 'closed' };
    case 'fact':
    case 'bound':
    case 'joined':
    case 'act':
    case 'calendar-published':
    case 'effect-asked':
    case 'effect-failed':
    case 'effect-performed':
      return undefined;
  }
}

function stepLine(
  { row, from, role }: Extract<LogEntry['data'], { kind: 'step' }>,
  { release, calendar, isProposed }: Context,
): Line | undefined {
  const due = (at: Instant | undefined) =>
    at === undefined ? {} : { due: localTime(calendar, at) };
  const by = row.by === undefined ? {} : { by: row.by };
  if (row.status === 'open' && row.pending) {
    return isProposed ? undefined : { what: 'proposed', ...by };
  }
  // Between its rounds a step is done already; that the rounds are over ends nothing more.
  if (row.status === from || (row.status === 'done' && from === 'between')) return undefined;
  switch (row.status) {
    case 'open':
      return {
        what: 'prompt',
        role: roleTitle(release, role),
        ...due(row.due),
        ...(row.overdueAtOpening && { overdueAtOpening: true }),
      };
    case 'done':
    case 'between':
      return { what: 'done', ...by, ...(row.lateBy && { lateBy: spanText(row.lateBy) }) };
    case 'deviated':
    case 'missed':
    case 'not-needed':
    case 'superseded':
      return { what: row.status };
    case 'waiting':
    case 'undecided':
      return undefined;
  }
}

function stepsOf(
  { procedures }: Release,
  entries: readonly LogEntry[],
): ReadonlyMap<string, StepSpec> {
  const steps = new Map<string, StepSpec>();
  for (const { data, step = '' } of entries) {
    const spec = data.kind === 'step' ? procedures[data.procedure]?.steps[step] : undefined;
    if (spec) steps.set(step, spec);
  }
  return steps;
}

const titleOf = ({ procedures }: Release, id: string): Text =>
  procedures[id]?.title ?? { zh: id, en: id };

function roleTitle({ procedures }: Release, role: string): Text {
  for (const { roles } of Object.values(procedures)) if (roles[role]) return roles[role].title;
  return { zh: role, en: role };
}
