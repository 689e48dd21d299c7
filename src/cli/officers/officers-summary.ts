import type { IncidentView } from '../../contract/incident-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import type { Refused, Tally } from './tally.ts';

/** Something that is left open in an incident, and who it waits for. */
export interface Waiting {
  readonly incident: string;
  readonly standard: string;
  readonly for: Text;
  readonly what: Text;
  readonly due?: string;
}

/** The summary of a day's work. */
export interface OfficersSummary {
  /** The outcome of the incidents; not there where it was told to stop before the end. */
  readonly outcome?: IncidentsSummary;
  readonly acts: Readonly<Record<string, number>>;
  readonly refused: readonly Refused[];
}

/** The outcome of the incidents. */
export interface IncidentsSummary {
  readonly incidents: number;
  readonly closed: number;
  readonly waiting: readonly Waiting[];
  /** Open, and nothing says what it waits for: there should be none. */
  readonly stuck: readonly string[];
  readonly doneLate: number;
  readonly deviated: readonly { readonly reason: Text; readonly count: number }[];
  readonly switched: number;
}

/** Sums up what was done, and what became of the incidents where they were read. */
export function officersSummary(
  incidents: readonly IncidentView[] | undefined,
  tally: Tally,
): OfficersSummary {
  return {
    ...(incidents && { outcome: incidentsSummary(incidents) }),
    acts: tally.acts(),
    refused: tally.refusals(),
  };
}

function incidentsSummary(incidents: readonly IncidentView[]): IncidentsSummary {
  const open = incidents.filter(({ closedAt }) => closedAt === undefined);
  const steps = incidents.flatMap((incident) => incident.steps);
  const reasons = new Map<string, { readonly reason: Text; count: number }>();
  for (const { status, reason } of steps) {
    if (status !== 'deviated' || !reason) continue;
    const counted = reasons.get(reason.en) ?? { reason, count: 0 };
    reasons.set(reason.en, { reason, count: counted.count + 1 });
  }
  return {
    incidents: incidents.length,
    closed: incidents.length - open.length,
    waiting: open.flatMap(waitingOf),
    stuck: open.filter((incident) => waitingOf(incident).length === 0).map(({ id }) => id),
    doneLate: steps.filter(({ lateBy }) => lateBy !== undefined).length,
    deviated: [...reasons.values()],
    switched: incidents.filter(({ first, standard }) => first.id !== standard.id).length,
  };
}

function waitingOf({ id, standard, steps, pendingSwitch }: IncidentView): readonly Waiting[] {
  const incident = { incident: id, standard: standard.id };
  const judging = pendingSwitch && {
    ...incident,
    for: { zh: '审批换标准', en: 'agreement to another standard' },
    what: pendingSwitch.title,
  };
  return [
    ...(judging ? [judging] : []),
    ...steps.flatMap((step) => {
      const waits = whatItWaitsFor(step);
      return waits ? [{ ...incident, ...waits }] : [];
    }),
  ];
}

function whatItWaitsFor(step: StepView): Pick<Waiting, 'for' | 'what' | 'due'> | undefined {
  const { status, role, title, pending, due, undecidedFor } = step;
  if (pending) return { for: pending.judge.title, what: title, ...dueOf(pending.due) };
  if (status === 'open') return { for: role.title, what: title, ...dueOf(due) };
  if (status === 'between') return { for: role.title, what: title, ...dueOf(due) };
  const [fact] = undecidedFor;
  return fact && { for: fact.title, what: title };
}

const dueOf = (due: string | undefined) => (due === undefined ? {} : { due });

/** The summary for a person. */
export function officersText({ outcome, acts, refused }: OfficersSummary, lang: Language): string {
  const words = texts[lang];
  const count = Object.values(acts).reduce((sum, each) => sum + each, 0);
  const refusals = refused.map(
    ({ code, title, count: times }) => [`${code}  ${title[lang]}`, times] as const,
  );
  return [
    ...(outcome ? outcomeLines(outcome, lang) : []),
    `${words.acts}: ${count}`,
    ...counted(words.refused, new Map(refusals)),
    '',
  ].join('\n');
}

function outcomeLines(outcome: IncidentsSummary, lang: Language): readonly string[] {
  const { incidents, closed, waiting, stuck, doneLate, deviated, switched } = outcome;
  const words = texts[lang];
  const groups = new Map<string, number>();
  for (const each of waiting) {
    const group = `${each.for[lang]}: ${each.what[lang]}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [
    `${words.closed}: ${closed}/${incidents}`,
    ...counted(words.waiting, groups),
    ...(stuck.length === 0 ? [] : [`${words.stuck}: ${stuck.join(' ')}`]),
    `${words.late}: ${doneLate}`,
    ...counted(words.deviated, new Map(deviated.map(({ reason, count }) => [reason[lang], count]))),
    `${words.switched}: ${switched}`,
  ];
}

function counted(word: string, groups: ReadonlyMap<string, number>): readonly string[] {
  const total = [...groups.values()].reduce((sum, count) => sum + count, 0);
  const lines = [...groups].toSorted(([, left], [, right]) => right - left);
  return [`${word}: ${total}`, ...lines.map(([name, count]) => `  ${count} × ${name}`)];
}

const texts = {
  zh: {
    closed: '已结束',
    waiting: '还在等',
    stuck: '没有结束，也看不出在等谁',
    acts: '办理的动作',
    late: '超时办完的步骤',
    deviated: '有理由未办的步骤',
    switched: '换了类别的',
    refused: '被系统拒绝的',
  },
  en: {
    closed: 'closed',
    waiting: 'waiting',
    stuck: 'neither closed nor waiting for anybody',
    acts: 'acts',
    late: 'steps done late',
    deviated: 'steps left undone for a reason',
    switched: 'type changed',
    refused: 'refused by the system',
  },
} as const;
