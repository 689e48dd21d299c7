import type { DocumentPath } from '../model/diagnostic.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { StepRow } from '../model/step-row.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import type { Checked } from './checked.ts';
import { equal, names, near } from './compare-expected.ts';
import type { Mismatch } from './mismatch.ts';
import { scenarioSpan } from './scenario-moment.ts';

type Check = (checked: Checked, then: ThenSource, path: DocumentPath) => readonly Mismatch[];

/** Holds what a line of `then` says of times, of occurrences and of who was told. */
export const checkTimes: Check = (checked, then, path) =>
  [checkLate, checkOccurrences, checkInstants, checkLateBy, checkTold].flatMap((check) =>
    check(checked, then, path),
  );

/** Late, or done in time. */
const checkLate: Check = (checked, then, path) => {
  const { simulation } = checked;
  const row = (step: string): StepRow | undefined => simulation.state().table.rows[step];
  const entries = simulation.entries();
  const found: Mismatch[] = [];
  const isLate = (step: string): boolean =>
    row(step)?.lateAt !== undefined ||
    entries.some((entry) => entry.step === step && entry.data.kind === 'late');
  for (const step of names(then.late)) {
    if (!isLate(step))
      found.push({
        path: [...path, 'late'],
        expected: `${step}: late`,
        found: `${step}: not late`,
      });
  }
  // Done in time is not late, also where the mark came first because the word of it took its time.
  const wasLate = (step: string): boolean =>
    row(step)?.status === 'done' ? row(step)?.lateBy !== undefined : isLate(step);
  for (const step of names(then['not-late'])) {
    if (wasLate(step))
      found.push({
        path: [...path, 'not-late'],
        expected: `${step}: not late`,
        found: `${step}: late`,
      });
  }
  return found;
};

/** Missed, proposed, reminded of. */
const checkOccurrences: Check = (checked, then, path) => {
  const { simulation } = checked;
  const row = (step: string): StepRow | undefined => simulation.state().table.rows[step];
  const entries = simulation.entries();
  const found: Mismatch[] = [];
  for (const step of names(then.missed)) {
    // The row shows only the last ones.
    const missed = entries.some(
      ({ data }) =>
        data.kind === 'step' &&
        data.row.step === step &&
        data.row.occurrences?.some(({ status }) => status === 'missed') === true,
    );
    if (!missed)
      found.push({
        path: [...path, 'missed'],
        expected: `${step}: missed`,
        found: `${step}: none missed`,
      });
  }
  for (const step of names(then.pending)) {
    if (row(step)?.pending === undefined) {
      found.push({
        path: [...path, 'pending'],
        expected: `${step}: pending`,
        found: `${step}: nothing pending`,
      });
    }
  }
  for (const step of names(then.reminded)) {
    if (!entries.some((entry) => entry.step === step && entry.data.kind === 'reminded')) {
      found.push({
        path: [...path, 'reminded'],
        expected: `${step}: reminded`,
        found: `${step}: not reminded`,
      });
    }
  }
  return found;
};

/** Dues, reminder limits and numbers of occurrences. */
const checkInstants: Check = (checked, then, path) => {
  const { simulation, moment, toleranceMilliseconds } = checked;
  const row = (step: string): StepRow | undefined => simulation.state().table.rows[step];
  const found: Mismatch[] = [];
  for (const [step, due] of Object.entries(then.due ?? {})) {
    found.push(...near([...path, 'due', step], moment(due), row(step)?.due, toleranceMilliseconds));
  }
  for (const [step, until] of Object.entries(then.overdue ?? {})) {
    found.push(
      ...near(
        [...path, 'overdue', step],
        moment(until),
        row(step)?.reminderDue,
        toleranceMilliseconds,
      ),
    );
  }
  for (const [step, occurrence] of Object.entries(then.occurrence ?? {})) {
    found.push(...equal([...path, 'occurrence', step], occurrence, row(step)?.occurrence));
  }
  return found;
};

/** By how much it was late. */
const checkLateBy: Check = (checked, then, path) => {
  const { simulation, toleranceMilliseconds } = checked;
  const row = (step: string): StepRow | undefined => simulation.state().table.rows[step];
  const found: Mismatch[] = [];
  const lateBy = then['late-by'];
  if (lateBy !== undefined) {
    for (const step of names(then.done)) {
      found.push(
        ...near(
          [...path, 'late-by'],
          scenarioSpan(lateBy),
          row(step)?.lateBy,
          toleranceMilliseconds,
        ),
      );
    }
  }
  return found;
};

/** Whom it told, and which rungs were climbed. */
const checkTold: Check = (checked, then, path) => {
  const entries = checked.simulation.entries();
  const found: Mismatch[] = [];
  const about = [...names(then.late), ...names(then.done)];
  const told = entries
    .filter((entry) => about.length === 0 || about.includes(entry.step ?? ''))
    .flatMap(toldOf);
  for (const role of then.told ?? []) {
    if (!told.includes(role)) {
      found.push({
        path: [...path, 'told'],
        expected: `${role} told`,
        found: `told: ${told.join(', ')}`,
      });
    }
  }
  for (const rung of names(then.rung)) {
    const climbed = entries.some(({ data }) => data.kind === 'rung' && data.rung === rung);
    if (!climbed)
      found.push({ path: [...path, 'rung'], expected: `rung ${rung}`, found: 'not climbed' });
  }
  return found;
};

const toldOf = ({ data }: LogEntry): readonly string[] => {
  if (data.kind === 'rung' || data.kind === 'reminded') return data.tell;
  return data.kind === 'told' ? [data.who] : [];
};
