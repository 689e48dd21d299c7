import type { Truth } from '../../model/condition.ts';
import type { Effect } from '../../model/effect.ts';
import type { Instant } from '../../model/instant.ts';
import type { LogData, LogEntry, PersonalValue } from '../../model/log-entry.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import type { Pending, StepRow } from '../../model/step-row.ts';
import { chainEntries, type LogDraft } from '../log-chain.ts';
import type { MachineEvent } from '../procedure-machine.ts';
import { isCommitted } from '../../procedure/is-committed.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { step, type RowPatch, type Stepping } from '../step.ts';

/** A procedure on its way through an act or a moment: the state so far, and what it has brought about. */
export interface Progress {
  readonly on: Stepping;
  readonly state: ProcedureState;
  readonly drafts: readonly LogDraft[];
  readonly personal: readonly PersonalValue[];
  /** Rows as the log has them, where they differ from those it began with. */
  readonly written: Readonly<Record<string, StepRow>>;
  /** When it is written down: the host's time. */
  readonly now: Instant;
  /** Truths as they will be after the act under way, so that what hangs on a step reads the answers it brought. */
  readonly coming?: readonly Truth[];
}

/** True where a numbered condition holds, with the answers of the act under way. */
export const holdsNow = ({ coming, state }: Progress, condition: number | undefined): boolean =>
  condition === undefined || (coming ?? state.table.holds)[condition] === true;

/** The outcome of an act or a moment, its entries chained onto the log. */
export interface Outcome {
  readonly state: ProcedureState;
  readonly entries: readonly LogEntry[];
  readonly personal: readonly PersonalValue[];
}

/** The subject of an entry: its instant, and the step, person and act that it is about. */
export interface About {
  readonly at: Instant;
  readonly step?: string;
  readonly occurrence?: number;
  readonly by?: string;
  readonly act?: string;
}

/** Starts on the way at an instant that history gives; the time of the log never runs back, so it may be a later one. */
export const startProgress = (on: Stepping, state: ProcedureState, now: Instant): Progress => ({
  on,
  state,
  drafts: [],
  personal: [],
  written: state.table.rows,
  now: Math.max(now, state.logTime),
});

/** Adds an entry. */
export const note = (progress: Progress, about: About, data: LogData): Progress => ({
  ...progress,
  drafts: [...progress.drafts, { ...about, recorded: progress.now, data }],
});

export const withState = (progress: Progress, change: Partial<ProcedureState>): Progress => ({
  ...progress,
  state: { ...progress.state, ...change },
});

/** Asks for something to be done outside, once: what is asked for or performed already is not asked for again. */
export const withEffect = (progress: Progress, effect: Effect): Progress => {
  const { asked, performed } = progress.state;
  const { key } = effect;
  if (performed.includes(key) || asked.some((each) => each.key === key)) return progress;
  return note(withState(progress, { asked: [...asked, effect] }), aboutEffect(progress, effect), {
    kind: 'effect-asked',
    effect,
  });
};

/** Takes an effect off the list of what is asked for. */
export const withoutEffect = (progress: Progress, { key, kind }: Effect): Progress => {
  const { asked, performed } = progress.state;
  return withState(progress, {
    asked: asked.filter((each) => each.key !== key),
    // Changes of standard may come again after others: they are applied to the state as it is, which tells.
    ...((kind === 'start' || kind === 'rung') && { performed: [...performed, key] }),
  });
};

export const aboutEffect = ({ now }: Progress, effect: Effect): About => ({
  at: now,
  ...('step' in effect && { step: effect.step }),
});

/**
 * Lets the machine take an event and writes down every row that changed.
 *
 * @throws where the machine refuses it: whoever calls has checked that it may, so the check is wrong.
 */
export const move = (
  progress: Progress,
  event: MachineEvent,
  about: About,
  patch: RowPatch = {},
): Progress => {
  const stepped = step(progress.on, progress.state.table, event, about.at, patch);
  if (stepped === undefined) {
    throw new Error(`the machine refuses ${event.type} ${'step' in event ? event.step : ''}`);
  }
  const before = progress.state.table.rows;
  const moved = withState(progress, { table: stepped.table });
  const written = stepped.changed.reduce(
    (so, id) => noteRow(so, before[id], rowOf(stepped.table, id), about),
    moved,
  );
  const told =
    event.type === 'truths' ? tellDropped(written, before, stepped.changed, about) : written;
  return stepped.closed ? note(told, about, { kind: 'closed' }) : told;
};

/** A correction that nobody judges any more, because its step is needed again, is answered for. */
export const tellDropped = (
  progress: Progress,
  before: ProcedureState['table']['rows'],
  changed: readonly string[],
  about: About,
): Progress =>
  changed.reduce((so, id) => {
    const dropped = before[id]?.pending;
    return dropped?.kind === 'correction' && rowOf(so.state.table, id).pending === undefined
      ? tellProposer(so, id, dropped, 'rejected', about)
      : so;
  }, progress);

/** Tells what came of a proposal: whose step it is, or who offered the correction. */
export const tellProposer = (
  progress: Progress,
  step: string,
  { kind, as }: Pick<Pending, 'kind' | 'as'>,
  what: 'agreed' | 'rejected',
  about: About,
): Progress => {
  const { by } = specOf(progress.on.spec, step);
  const isCorrection = kind === 'correction';
  const who = isCorrection ? roleHere(progress.on.spec, progress.state, as || by) : by;
  return note(
    progress,
    { ...about, step },
    { kind: 'told', who, what, ...(isCorrection && { of: 'correction' as const }) },
  );
};

/** Writes down a row as it is now. */
export const noteRow = (
  progress: Progress,
  before: StepRow | undefined,
  row: StepRow,
  about: About,
): Progress => {
  const spec = specOf(progress.on.spec, row.step);
  const dueNow = wantedBy(row);
  return note(
    { ...progress, written: { ...progress.written, [row.step]: row } },
    { ...about, step: row.step, occurrence: row.occurrence },
    {
      kind: 'step',
      procedure: spec.procedure ?? progress.on.spec.id,
      role: roleHere(progress.on.spec, progress.state, spec.by),
      required: !spec.optional,
      ...(before === undefined ? {} : { from: before.status }),
      row: withoutPersonal(progress, row),
      ...(dueNow === undefined ? {} : { dueNow }),
    },
  );
};

// Personal values of what is proposed stand beside the log; what commits to them stands in `commitments`.
const withoutPersonal = ({ on }: Progress, row: StepRow): StepRow => {
  if (row.pending === undefined) return row;
  const facts = Object.fromEntries(
    Object.entries(row.pending.facts).filter(([id]) => !isCommitted(on.spec, id)),
  );
  return { ...row, pending: { ...row.pending, facts } };
};

const wantedBy = (row: StepRow): Instant | undefined => {
  if (row.pending?.due !== undefined) return row.pending.due;
  if (row.asked !== undefined) return row.asked.due;
  if (row.status !== 'open') return undefined;
  return row.overdueAtOpening === true ? row.reminderDue : row.due;
};

/** Ends the way: writes down rows that moved by themselves, numbers all entries and chains them onto the log. */
export const seal = (progress: Progress): Outcome => {
  const { state, drafts, personal, now } = noteMovedRows(progress);
  const { head, entries } = chainEntries(state.head, drafts);
  const logTime = drafts.length === 0 ? state.logTime : now;
  return { state: { ...state, head, logTime }, entries, personal };
};

// An answer moves the dues of steps that it does not touch otherwise. That a reminder or a rung fired has its own entry.
const noteMovedRows = (progress: Progress): Progress => {
  const { written, now } = progress;
  return Object.values(progress.state.table.rows)
    .filter((row) => row !== written[row.step] && !isAsWritten(row, written[row.step]))
    .reduce((so, row) => noteRow(so, written[row.step], row, { at: now }), progress);
};

const isAsWritten = (row: StepRow, written: StepRow | undefined): boolean =>
  written !== undefined &&
  JSON.stringify({ ...row, fired: [] }) === JSON.stringify({ ...written, fired: [] });
