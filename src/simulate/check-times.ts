import type { DocumentPath } from '../model/diagnostic.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { StepRow } from '../model/step-row.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import type { Checked } from './checked.ts';
import { equal, isNone, names, near, none } from './compare-expected.ts';
import type { Mismatch } from './mismatch.ts';
import { scenarioSpan } from './scenario-moment.ts';

type Check = (checked: Checked, then: ThenSource, path: DocumentPath) => readonly Mismatch[];

/** Holds what a line of `then` says of times, of occurrences and of who was told. */
export const checkTimes: Check = (checked, then, path) =>
  [checkLate, checkOccurrences, checkInstants, checkLateBy, checkTold, checkRungs].flatMap(
    (check) => check(checked, then, path),
  );

const rowOf = ({ simulation }: Checked, step: string): StepRow | undefined =>
  simulation.state().table.rows[step];

/** The steps of a log for which something holds. */
const stepsWith = (
  { simulation }: Checked,
  holds: (entry: LogEntry) => boolean,
): readonly string[] =>
  simulation.entries().flatMap((entry) => (holds(entry) ? (stepOf(entry) ?? []) : []));

const stepOf = ({ step, data }: LogEntry): string | undefined =>
  step ?? (data.kind === 'step' ? data.row.step : undefined);

/** Holds a list of steps, which may be empty, against those that are so. */
const listed = (
  at: DocumentPath,
  wanted: ThenSource['late'],
  { found, word, otherwise }: { found: readonly string[]; word: string; otherwise: string },
): readonly Mismatch[] => {
  if (isNone(wanted)) return none(at, found);
  return names(wanted)
    .filter((step) => !found.includes(step))
    .map((step) => ({ path: at, expected: `${step}: ${word}`, found: `${step}: ${otherwise}` }));
};

/** Late, or done in time. */
const checkLate: Check = (checked, then, path) => {
  const rows = Object.values(checked.simulation.state().table.rows);
  const late = [
    ...rows.flatMap(({ step, lateAt }) => (lateAt === undefined ? [] : step)),
    ...stepsWith(checked, ({ data }) => data.kind === 'late'),
  ];
  // Done in time is not late, also where the mark came first because the word of it took its time.
  const wasLate = (step: string): boolean => {
    const row = rowOf(checked, step);
    return row?.status === 'done' ? row.lateBy !== undefined : late.includes(step);
  };
  const at = [...path, 'not-late'];
  return [
    ...listed([...path, 'late'], then.late, { found: late, word: 'late', otherwise: 'not late' }),
    ...names(then['not-late']).flatMap((step): readonly Mismatch[] => {
      const expected = `${step}: not late`;
      if (rowOf(checked, step) === undefined)
        return [{ path: at, expected, found: `${step}: no such step` }];
      return wasLate(step) ? [{ path: at, expected, found: `${step}: late` }] : [];
    }),
  ];
};

/** Missed, proposed, reminded of. */
const checkOccurrences: Check = (checked, then, path) => {
  // The row shows only the last occurrences.
  const missed = stepsWith(
    checked,
    ({ data }) =>
      data.kind === 'step' &&
      data.row.occurrences?.some(({ status }) => status === 'missed') === true,
  );
  const pending = Object.values(checked.simulation.state().table.rows).flatMap((row) =>
    row.pending === undefined ? [] : row.step,
  );
  const reminded = stepsWith(checked, ({ data }) => data.kind === 'reminded');
  return [
    ...listed([...path, 'missed'], then.missed, {
      found: missed,
      word: 'missed',
      otherwise: 'none missed',
    }),
    ...listed([...path, 'pending'], then.pending, {
      found: pending,
      word: 'pending',
      otherwise: 'nothing pending',
    }),
    ...listed([...path, 'reminded'], then.reminded, {
      found: reminded,
      word: 'reminded',
      otherwise: 'not reminded',
    }),
  ];
};

/** Dues, reminder limits and numbers of occurrences. */
const checkInstants: Check = (checked, then, path) => {
  const { moment, toleranceMilliseconds } = checked;
  const found: Mismatch[] = [];
  for (const [step, due] of Object.entries(then.due ?? {})) {
    const at = [...path, 'due', step];
    found.push(...near(at, moment(due), rowOf(checked, step)?.due, toleranceMilliseconds));
  }
  for (const [step, until] of Object.entries(then.overdue ?? {})) {
    const at = [...path, 'overdue', step];
    const reminderDue = rowOf(checked, step)?.reminderDue;
    found.push(...near(at, moment(until), reminderDue, toleranceMilliseconds));
  }
  for (const [step, occurrence] of Object.entries(then.occurrence ?? {})) {
    const at = [...path, 'occurrence', step];
    found.push(...equal(at, occurrence, rowOf(checked, step)?.occurrence));
  }
  return found;
};

/** By how much a step was late that is done, or the last occurrence of one that is between two. */
const checkLateBy: Check = (checked, then, path) => {
  const lateBy = then['late-by'];
  if (lateBy === undefined) return [];
  const { toleranceMilliseconds } = checked;
  return [...names(then.done), ...names(then.between)].flatMap((step) => {
    const row = rowOf(checked, step);
    const found = row?.status === 'between' ? row.occurrences?.at(-1)?.lateBy : row?.lateBy;
    return near([...path, 'late-by'], scenarioSpan(lateBy), found, toleranceMilliseconds);
  });
};

/** The entries about the steps under `late`, `done` and `between` of the line; all where it names none. */
const entriesAbout = ({ simulation }: Checked, then: ThenSource): readonly LogEntry[] => {
  const about = [...names(then.late), ...names(then.done), ...names(then.between)];
  return simulation.entries().filter(({ step = '' }) => about.length === 0 || about.includes(step));
};

/** The roles that were told. */
const checkTold: Check = (checked, then, path) => {
  const told = entriesAbout(checked, then).flatMap(toldOf);
  const at = [...path, 'told'];
  if (isNone(then.told)) return none(at, told);
  return (then.told ?? [])
    .filter((role) => !told.includes(role))
    .map((role) => ({ path: at, expected: `${role} told`, found: `told: ${told.join(', ')}` }));
};

/** Which rungs were climbed. */
const checkRungs: Check = (checked, then, path) => {
  const climbed = entriesAbout(checked, then).flatMap(({ data }) =>
    data.kind === 'rung' ? data.rung : [],
  );
  const at = [...path, 'rung'];
  if (isNone(then.rung)) return none(at, climbed);
  return names(then.rung)
    .filter((rung) => !climbed.includes(rung))
    .map((rung) => ({ path: at, expected: `rung ${rung}`, found: 'not climbed' }));
};

const toldOf = ({ data }: LogEntry): readonly string[] => {
  if (data.kind === 'rung' || data.kind === 'reminded') return data.tell;
  return data.kind === 'told' ? [data.who] : [];
};
