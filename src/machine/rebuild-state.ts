import { freshRow } from '../procedure/row-of.ts';
import type { Answers } from '../model/condition.ts';
import type { Calendar } from '../model/calendar.ts';
import type { LogEntry, PersonalValue } from '../model/log-entry.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { PendingSwitch, ProcedureState, Receipt } from '../model/procedure-state.ts';
import type { StepRow } from '../model/step-row.ts';
import type { Verdict } from '../model/verdict.ts';
import { tableKeysOf } from './acts/answer-facts.ts';
import { receiptsKept } from './acts/take-act.ts';
import { toDecideAnew, type ToDecide } from './acts/to-decide.ts';
import { chainStart } from './log-chain.ts';
import { steppingOf } from './stepping-of.ts';

/** Everything that the store has of a procedure. */
export interface StoredProcedure {
  readonly id: string;
  /** The whole log, oldest first. */
  readonly entries: readonly LogEntry[];
  /** By commitment; erased ones are missing, and their facts then count as not answered. */
  readonly personal: Readonly<Record<string, PersonalValue>>;
  readonly receipts: readonly Receipt[];
}

/** Where the specs and calendars that a log names are found. */
export interface Releases {
  readonly spec: (release: string, procedure: string) => ProcedureSpec;
  /** A calendar that was published, by the digest of its content: calendars of one id differ. */
  readonly calendar: (digest: string) => Calendar;
}

/** A state as far as the log tells it, and what has to be decided for the rest. */
export interface Rebuilt {
  readonly release: string;
  readonly spec: ProcedureSpec;
  readonly question: ToDecide;
  /** @param verdict to `question` */
  readonly state: (verdict: Verdict) => ProcedureState;
}

/**
 * Builds the state of a procedure again from its log. It is the very state that the procedure was in after the last entry:
 * a property test holds it to that. So a procedure whose history is lost or broken can go on from its log.
 *
 * @throws where the log has no beginning: the store writes none without
 */
export const rebuildState = (stored: StoredProcedure, releases: Releases): Rebuilt => {
  const [first] = stored.entries;
  if (first?.data.kind !== 'started') throw new Error(`the log of ${stored.id} has no beginning`);
  const { release } = first.data;
  const specOf = (procedure: string): ProcedureSpec => releases.spec(release, procedure);
  const told = stored.entries.reduce<Told>(
    (so, entry) => tell(so, entry, { stored, releases, specOf }),
    begun(stored, specOf(first.data.procedure)),
  );
  const { spec } = steppingOf([told.procedure, ...told.beside].map(specOf), told.calendar);
  const { rows, closed, report, ...state } = told;
  const present = Object.fromEntries(spec.order.map((id) => [id, freshRow(id)]));
  return {
    release,
    spec,
    question: toDecideAnew(spec, state.answers),
    state: ({ holds }) => ({
      ...state,
      receipts: stored.receipts.slice(-receiptsKept),
      table: {
        rows: { ...present, ...rows },
        holds,
        report,
        tableKeys: tableKeysOf(spec, state.answers),
        ...(closed !== undefined && { closed }),
      },
    }),
  };
};

/** The state of a procedure as the entries so far tell it. */
type Told = Omit<ProcedureState, 'table' | 'receipts'> & {
  readonly rows: ProcedureState['table']['rows'];
  readonly report: number;
  readonly closed?: number;
};

interface Known {
  readonly stored: StoredProcedure;
  readonly releases: Releases;
  readonly specOf: (procedure: string) => ProcedureSpec;
}

const begun = ({ id }: StoredProcedure, spec: ProcedureSpec): Told => ({
  id,
  first: spec.id,
  procedure: spec.id,
  beside: [],
  priority: 0,
  unit: '',
  rows: {},
  report: 0,
  answers: {},
  commitments: {},
  bindings: {},
  decisions: [],
  reports: [],
  started: [],
  asked: [],
  performed: [],
  judgedSwitches: [],
  head: { seq: 0, hash: chainStart },
  logTime: 0,
  calendar: spec.settings.calendar,
});

const tell = (before: Told, entry: LogEntry, known: Known): Told => ({
  ...told(before, entry, known),
  head: { seq: entry.seq, hash: entry.hash },
  logTime: entry.recorded,
});

const told = (so: Told, entry: LogEntry, known: Known): Told => {
  const { data } = entry;
  const { priority: priorityFact } = known.specOf(so.procedure).settings.facts;
  switch (data.kind) {
    case 'started':
      return {
        ...so,
        priority: data.priority,
        unit: data.unit,
        report: data.reportedAt,
        reports: [data.report],
      };
    case 'step':
      return withRow(so, withPersonal(data.row, known.stored));
    case 'fact':
      return withCommitment(
        withAnswer(so, data.fact, data.value ?? personalValue(known.stored, data.commitment)),
        data,
      );
    case 'decided': {
      const { decides, outcome } = data.decision;
      const decided = { ...so, decisions: [...so.decisions, data.decision] };
      return outcome === null || decides === priorityFact
        ? decided
        : withAnswer(decided, decides, outcome);
    }
    case 'priority':
      return withAnswer({ ...so, priority: data.to }, priorityFact, data.to);
    case 'bound':
      return {
        ...so,
        bindings: { ...so.bindings, [data.role]: data.binding },
        ...(data.handlingUnit !== undefined && { unit: data.handlingUnit }),
      };
    case 'reminded':
    case 'rung':
      return withFired(so, entry, data.key, {});
    case 'late':
      return withFired(so, entry, data.key, { lateAt: entry.at });
    case 'starts':
      return {
        ...withoutAsked(so, data.key),
        started: [
          ...so.started,
          { procedure: data.procedure, id: data.id, step: entry.step ?? '' },
        ],
      };
    case 'effect-asked':
      return { ...so, asked: [...so.asked, data.effect] };
    case 'effect-performed':
      return withoutAsked(so, data.effect.key);
    case 'standard-added':
      return { ...so, beside: [...so.beside, data.procedure] };
    case 'standard-switched':
      return switched(so, data);
    case 'joined':
      return { ...so, reports: [...so.reports, data.report] };
    case 'calendar-published':
      return { ...so, calendar: known.releases.calendar(data.digest) };
    case 'closed':
      return { ...so, closed: entry.at };
    case 'act':
    case 'told':
    case 'effect-failed':
      return so;
  }
};

const withRow = (so: Told, row: StepRow): Told => ({
  ...so,
  rows: { ...so.rows, [row.step]: row },
});

/** Personal facts of a proposal stand beside the log. */
const withPersonal = (row: StepRow, stored: StoredProcedure): StepRow => {
  const { pending } = row;
  if (pending?.commitments === undefined) return row;
  const personal = Object.entries(pending.commitments).flatMap(([fact, commitment]) => {
    const value = personalValue(stored, commitment);
    return value === undefined ? [] : [[fact, value] as const];
  });
  return {
    ...row,
    pending: { ...pending, facts: { ...pending.facts, ...Object.fromEntries(personal) } },
  };
};

const personalValue = (
  { personal }: StoredProcedure,
  commitment: string | undefined,
): PersonalValue['value'] | undefined =>
  commitment === undefined ? undefined : personal[commitment]?.value;

const withAnswer = (so: Told, fact: string, value: Answers[string] | undefined): Told => {
  const { [fact]: _before, ...others } = so.answers;
  return { ...so, answers: value === undefined ? others : { ...others, [fact]: value } };
};

const withCommitment = (
  so: Told,
  { fact, commitment }: Extract<LogEntry['data'], { kind: 'fact' }>,
): Told => {
  const { [fact]: _before, ...others } = so.commitments;
  const isKept = commitment !== undefined && so.answers[fact] !== undefined;
  return { ...so, commitments: isKept ? { ...others, [fact]: commitment } : others };
};

// The key of an entry ends with that of its wake, which names no step.
const withFired = (
  so: Told,
  { step }: LogEntry,
  key: string,
  late: Pick<PendingSwitch, 'lateAt'>,
): Told => {
  const wake = key.slice(key.lastIndexOf('/') + 1);
  if (step !== undefined) {
    const row = so.rows[step];
    if (row === undefined) throw new Error(`step ${step} fired before it had a row`);
    // A late mark brings its whole row, with what has fired in it.
    return row.fired.includes(wake) ? so : withRow(so, { ...row, fired: [...row.fired, wake] });
  }
  const { pendingSwitch } = so;
  if (pendingSwitch === undefined) return so;
  const fired = [...pendingSwitch.fired, wake];
  return { ...so, pendingSwitch: { ...pendingSwitch, fired, ...late } };
};

const withoutAsked = (so: Told, key: string): Told => {
  const performed = so.asked.find((effect) => effect.key === key);
  const isOnce = performed?.kind === 'start' || performed?.kind === 'rung';
  return {
    ...so,
    asked: so.asked.filter((effect) => effect !== performed),
    ...(isOnce && { performed: [...so.performed, key] }),
  };
};

const switched = (
  so: Told,
  data: Extract<LogEntry['data'], { kind: 'standard-switched' }>,
): Told => {
  if (data.phase === 'done') return { ...so, procedure: data.to, beside: [] };
  if (data.pending !== undefined) return { ...so, pendingSwitch: data.pending };
  const { pendingSwitch: _judged, ...settled } = so;
  return data.judged === undefined
    ? settled
    : { ...settled, judgedSwitches: [...so.judgedSwitches, data.judged] };
};
