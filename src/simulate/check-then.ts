import type { Decision } from '../model/decision.ts';
import type { DocumentPath } from '../model/diagnostic.ts';
import type { Instant } from '../model/instant.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { StepRow } from '../model/step-row.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import { parseSpan } from './parse-moment.ts';
import type { Mismatch } from './run-scenario.ts';
import type { Simulation } from './simulation.ts';

/** What a check looks at. */
export interface Checked {
  readonly simulation: Simulation;
  readonly decision: Decision | undefined;
  readonly moment: (text: string) => Instant;
  readonly toleranceMilliseconds: number;
}

const statusKeys = [
  'open',
  'waiting',
  'undecided',
  'between',
  'not-needed',
  'deviated',
  'superseded',
  'done',
] as const;

/** Holds a line of `then` against the simulation as it stands at that moment. */
export const checkThen = (
  checked: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => [
  ...checkDecisions(checked, then, path),
  ...statusKeys.flatMap((key) =>
    names(then[key]).flatMap((step) => checkStatus(checked, key, step, [...path, key])),
  ),
  ...checkTimes(checked, then, path),
  ...checkIncident(checked, then, path),
];

const checkDecisions = (
  { simulation, decision }: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const found: Mismatch[] = [];
  if (then.chosen !== undefined) {
    found.push(...equal([...path, 'chosen'], then.chosen, String(decision?.outcome ?? 'nothing')));
    if (then.because !== undefined) {
      const fired = decision?.because.map(({ row }) => row) ?? [];
      found.push(...equal([...path, 'because'], then.because.join(', '), fired.join(', ')));
    }
  }
  for (const [decides, outcome] of Object.entries(then.decided ?? {})) {
    const last = simulation.state().decisions.findLast((each) => each.decides === decides);
    found.push(
      ...equal([...path, 'decided', decides], String(outcome), String(last?.outcome ?? 'nothing')),
    );
    if (then.because !== undefined && then.chosen === undefined) {
      const fired = last?.because.map(({ row }) => row) ?? [];
      found.push(...equal([...path, 'because'], then.because.join(', '), fired.join(', ')));
    }
    if (then.missing !== undefined) {
      const missing = [...(last?.missing ?? [])].sort();
      found.push(
        ...equal([...path, 'missing'], [...then.missing].sort().join(', '), missing.join(', ')),
      );
    }
  }
  return found;
};

const checkStatus = (
  { simulation }: Checked,
  status: string,
  step: string,
  path: DocumentPath,
): readonly Mismatch[] =>
  equal(
    path,
    `${step}: ${status}`,
    `${step}: ${simulation.state().table.rows[step]?.status ?? 'no such step'}`,
  );

const checkTimes = (
  checked: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const { simulation, moment, toleranceMilliseconds } = checked;
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
  for (const step of names(then.missed)) {
    const missed = row(step)?.occurrences?.some(({ status }) => status === 'missed') === true;
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
  for (const step of names(then.reminded)) {
    if (!entries.some((entry) => entry.step === step && entry.data.kind === 'reminded')) {
      found.push({
        path: [...path, 'reminded'],
        expected: `${step}: reminded`,
        found: `${step}: not reminded`,
      });
    }
  }
  const lateBy = then['late-by'];
  if (lateBy !== undefined) {
    for (const step of names(then.done)) {
      found.push(
        ...near([...path, 'late-by'], parseSpan(lateBy), row(step)?.lateBy, toleranceMilliseconds),
      );
    }
  }
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

const checkIncident = (
  { simulation }: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const state = simulation.state();
  const found: Mismatch[] = [];
  if (then.priority !== undefined)
    found.push(...equal([...path, 'priority'], then.priority, state.priority));
  if (then.standard !== undefined)
    found.push(...equal([...path, 'standard'], then.standard, state.procedure));
  if (then.closed !== undefined) {
    found.push(...equal([...path, 'closed'], then.closed, state.table.closed !== undefined));
  }
  for (const id of names(then.beside)) {
    if (!state.beside.includes(id)) {
      found.push({
        path: [...path, 'beside'],
        expected: id,
        found: state.beside.join(', ') || 'none',
      });
    }
  }
  for (const id of names(then.started)) {
    if (!state.started.some(({ procedure }) => procedure === id)) {
      const started = state.started.map(({ procedure }) => procedure).join(', ');
      found.push({ path: [...path, 'started'], expected: id, found: started || 'none' });
    }
  }
  return found;
};

const names = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const equal = (path: DocumentPath, expected: unknown, found: unknown): readonly Mismatch[] =>
  expected === found
    ? []
    : [{ path, expected: String(expected), found: String(found ?? 'nothing') }];

const near = (
  path: DocumentPath,
  expected: number | undefined,
  found: number | undefined,
  tolerance: number,
): readonly Mismatch[] =>
  expected !== undefined && found !== undefined && Math.abs(expected - found) <= tolerance
    ? []
    : equal(path, expected, found);
