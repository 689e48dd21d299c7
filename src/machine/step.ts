import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';
import type { DueSpec, ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { EndedOccurrence, StepRow, StepStatus } from '../model/step-row.ts';
import { rowOf } from '../procedure/row-of.ts';
import { specOf } from '../procedure/spec-of.ts';
import { dueInstant } from './due-instant.ts';
import { missedLadder } from './missed-ladder.ts';
import type { MachineEvent, ProcedureMachine } from './procedure-machine.ts';
import { nextOccurrence } from './repetition.ts';

/** The number of ended occurrences that a row shows; the log has all of them. */
export const occurrencesKept = 30;

/** The change that an event makes to the row of the step at which it is aimed. */
export type RowPatch = Partial<Omit<StepRow, 'step' | 'status' | 'occurrence'>> & {
  /** Drops what waited for a second person. */
  readonly clearPending?: true;
  /** Drops what an earlier rejection or re-opening said: it is in the log. */
  readonly clearReason?: true;
};

/** The parts that a step runs on. */
export interface Stepping {
  readonly spec: ProcedureSpec;
  readonly machine: ProcedureMachine;
  readonly calendar: Calendar;
}

/** A step that was taken: the new table and the steps whose row changed, in the order of the standard. */
export interface Stepped {
  readonly table: ProcedureTable;
  readonly changed: readonly string[];
  readonly closed: boolean;
}

/**
 * One step of a procedure: the machine says what becomes of every status, and the rows follow.
 * Pure; the workflow and the simulator run this very function.
 *
 * @returns nothing where the machine refuses the event.
 */
export const step = (
  on: Stepping,
  table: ProcedureTable,
  event: MachineEvent,
  at: Instant,
  patch: RowPatch = {},
): Stepped | undefined => {
  const target = event.type === 'truths' ? undefined : event.step;
  const patched =
    target === undefined ? table : withRow(table, target, (row) => applyPatch(row, patch));
  const transition = on.machine.transition(table, event);
  if (!transition.accepted) return undefined;
  const rows: Record<string, StepRow> = { ...patched.rows };
  for (const id of on.spec.order) {
    const spec = specOf(on.spec, id);
    const row = rowOf(patched, id);
    const status = transition.statuses[id] ?? row.status;
    const again = event.type === 'next' && id === target && row.status === 'open';
    if (status !== row.status || again) {
      rows[id] = become(on, spec, without(row, 'asked'), status, at, event);
    }
  }
  const moved: ProcedureTable = {
    ...patched,
    rows,
    holds: event.type === 'truths' ? event.holds : patched.holds,
    ...(transition.closed && table.closed === undefined ? { closed: at } : {}),
  };
  const timed = withDues(on, moved, at);
  return {
    table: timed,
    changed: on.spec.order.filter((id) => !same(timed.rows[id], table.rows[id])),
    closed: transition.closed && table.closed === undefined,
  };
};

/** Computes again every due that may have moved: an anchor was reached, the priority or the calendar changed. */
export const withDues = (on: Stepping, table: ProcedureTable, at: Instant): ProcedureTable => {
  const rows: Record<string, StepRow> = { ...table.rows };
  for (const id of on.spec.order) {
    const row = rowOf(table, id);
    if (row.status === 'waiting' || row.status === 'undecided' || row.status === 'open') {
      rows[id] = timed(on, table, row, at);
    }
  }
  return { ...table, rows };
};

const timed = (on: Stepping, table: ProcedureTable, row: StepRow, at: Instant): StepRow => {
  const spec = specOf(on.spec, row.step);
  // A due that has passed stands: lateness is judged by what was in force.
  if (row.lateAt !== undefined) return row;
  const due = dueOf(on, table, spec, row);
  if (due === undefined || due === row.due) return row;
  if (row.status === 'open' && row.opened === at) return overdueAt(on, { ...row, due }, at);
  return row.status === 'open' ? { ...row, due, dueMoved: at } : { ...row, due };
};

const dueOf = (
  on: Stepping,
  table: ProcedureTable,
  spec: StepSpec,
  row: StepRow,
): Instant | undefined => {
  if (spec.due !== undefined) {
    const due = dueInForce(spec.due, spec, row);
    // An extension under a standard that another has replaced stands as it is.
    return (
      due &&
      dueInstant(due, {
        spec: on.spec,
        table,
        calendar: on.calendar,
        ...(row.opened === undefined ? {} : { opened: row.opened }),
      })
    );
  }
  return spec.repeat === undefined ? undefined : nextOccurrence(spec.repeat, row, on.calendar);
};

/** The due of a row, with the longer limit where a leader extended it; nothing where the spec does not say that one. */
const dueInForce = (due: DueSpec, { extend }: StepSpec, row: StepRow): DueSpec | undefined => {
  if ((row.extended ?? 0) === 0) return due;
  return extend && { ...due, limit: extend.to };
};

/** The row of a step whose status changed. */
const become = (
  on: Stepping,
  spec: StepSpec,
  row: StepRow,
  status: StepStatus,
  at: Instant,
  event: MachineEvent,
): StepRow => {
  const aimed = event.type !== 'truths' && event.step === row.step;
  switch (status) {
    case 'open':
      if (event.type === 'next' && aimed) return nextRow(on, spec, row);
      if (aimed && (event.type === 'reject' || event.type === 'reopen')) return reopened(row, at);
      return opened(on, spec, row, at);
    case 'done':
      if (aimed) return { ...row, status, ended: row.ended ?? at };
      if (row.status !== 'open') return { ...row, status, ended: at };
      // A proposal about the last occurrence is not judged any more.
      return {
        ...without(row, 'pending'),
        status,
        ended: at,
        occurrences: withEnded(row, lastOccurrence(row)),
      };
    case 'between':
      return {
        ...without(row, 'missed'),
        status,
        occurrences: withEnded(row, doneOccurrence(row)),
      };
    case 'not-needed':
    case 'superseded':
      return { ...without(row, 'pending'), status, ended: at };
    case 'deviated':
      return { ...row, status, ended: row.ended ?? at };
    case 'waiting':
    case 'undecided':
      // A correction of what was not needed is answered with the step, now that it is.
      return { ...without(without(row, 'ended'), 'pending'), status };
    case 'missed':
      throw new Error(`step ${row.step} cannot become missed: only an occurrence ends so`);
  }
};

const opened = (on: Stepping, spec: StepSpec, row: StepRow, at: Instant): StepRow => {
  const began = spec.repeat === undefined ? {} : { began: at, beganFirst: at };
  const asleep = without(without(row, 'ended'), 'pending');
  const open: StepRow = { ...anew(asleep), status: 'open', opened: at, ...began };
  return overdueAt(on, open, at);
};

// A repeating step that was released between two occurrences and is needed again goes on with the next number.
const anew = (row: StepRow): StepRow => {
  const past = row.occurrences ?? [];
  if (past.at(-1)?.occurrence !== row.occurrence) return row;
  const { step, status, occurrence, agreed } = row;
  return {
    step,
    status,
    occurrence: occurrence + 1,
    ...(agreed === undefined ? {} : { agreed }),
    fired: [],
    occurrences: past,
  };
};

// A due that had passed when the step opened is kept, with a reminder limit that counts from opening.
const overdueAt = (on: Stepping, row: StepRow, at: Instant): StepRow =>
  row.due !== undefined && row.due < at
    ? { ...row, overdueAtOpening: true, reminderDue: at + on.spec.settings.reminderMilliseconds }
    : row;

/** Opened again by a rejection or a leader: with its old due, and rungs that fired do not fire again. */
const reopened = (row: StepRow, at: Instant): StepRow => {
  const { pending, ended, happened, received, by, lateBy, note, evidence, ...kept } = row;
  return { ...kept, status: 'open', opened: row.opened ?? at };
};

/** The next occurrence; one that was still open ends missed and stays in the record. */
const nextRow = (on: Stepping, spec: StepSpec, row: StepRow): StepRow => {
  const began =
    spec.repeat === undefined ? undefined : nextOccurrence(spec.repeat, row, on.calendar);
  if (began === undefined) throw new Error(`step ${row.step} has no next occurrence`);
  const isMissed = row.status === 'open';
  const past = isMissed ? withEnded(row, missedOccurrence(row)) : (row.occurrences ?? []);
  const missed = isMissed ? missedLadder(row) : undefined;
  return {
    step: row.step,
    status: 'open',
    occurrence: row.occurrence + 1,
    opened: began,
    began,
    ...(row.beganFirst === undefined ? {} : { beganFirst: row.beganFirst }),
    ...(row.agreed === undefined ? {} : { agreed: row.agreed }),
    fired: [],
    occurrences: past,
    ...(missed === undefined ? {} : { missed }),
  };
};

const occurrenceOf = (row: StepRow, status: EndedOccurrence['status']): EndedOccurrence => ({
  occurrence: row.occurrence,
  status,
  ...(row.due === undefined ? {} : { due: row.due }),
  ...(status !== 'done' || row.happened === undefined ? {} : { happened: row.happened }),
  ...(status !== 'done' || row.by === undefined ? {} : { by: row.by }),
  ...(row.lateBy === undefined ? {} : { lateBy: row.lateBy }),
});
const doneOccurrence = (row: StepRow): EndedOccurrence => occurrenceOf(row, 'done');
const missedOccurrence = (row: StepRow): EndedOccurrence => occurrenceOf(row, 'missed');
/** When the repetition ends: an occurrence that was late ends missed, one that had time left is released. */
const lastOccurrence = (row: StepRow): EndedOccurrence =>
  occurrenceOf(row, row.lateAt === undefined ? 'not-needed' : 'missed');

// A check every quarter of an hour for a month is thousands: a row that kept them all would make every entry longer.
const withEnded = (row: StepRow, ended: EndedOccurrence): readonly EndedOccurrence[] =>
  [...(row.occurrences ?? []), ended].slice(-occurrencesKept);

const without = <Row extends Partial<StepRow>, Key extends keyof Row>(
  row: Row,
  key: Key,
): Omit<Row, Key> => {
  const { [key]: _dropped, ...kept } = row;
  return kept;
};

const applyPatch = (row: StepRow, { clearPending, clearReason, ...patch }: RowPatch): StepRow => {
  const settled = clearPending === true ? without(row, 'pending') : row;
  return { ...(clearReason === true ? without(settled, 'reason') : settled), ...patch };
};

const withRow = (
  table: ProcedureTable,
  id: string,
  change: (row: StepRow) => StepRow,
): ProcedureTable => ({ ...table, rows: { ...table.rows, [id]: change(rowOf(table, id)) } });

const same = (left: StepRow | undefined, right: StepRow | undefined): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
