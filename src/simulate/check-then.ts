import type { DocumentPath } from '../model/diagnostic.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import { checkTimes } from './check-times.ts';
import type { Checked } from './checked.ts';
import { equal, names } from './compare-expected.ts';
import type { Mismatch } from './mismatch.ts';

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
