import type { Decision } from '../model/decision.ts';
import type { DocumentPath } from '../model/diagnostic.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import { checkTimes } from './check-times.ts';
import type { Checked } from './checked.ts';
import { equal, isNone, names, none, sameList } from './compare-expected.ts';
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
  ...checkStatuses(checked, then, path),
  ...checkTimes(checked, then, path),
  ...checkIncident(checked, then, path),
];

const checkDecisions = (
  { simulation, decision }: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const decided = Object.entries(then.decided ?? {}).map(([name, expected]) => {
    const last = simulation
      .state()
      .decisions.findLast(({ decides, ruleSet }) => decides === name || ruleSet === name);
    return { at: [...path, 'decided', name], expected, last };
  });
  // One decision a line has its reasons told: the check refuses lines in which it could be another.
  const explained = then.chosen === undefined ? decided[0]?.last : decision;
  return [
    ...(then.chosen === undefined
      ? []
      : equal([...path, 'chosen'], then.chosen, outcomeOf(decision))),
    ...decided.flatMap(({ at, expected, last }) => equal(at, String(expected), outcomeOf(last))),
    ...checkReasons(explained, then, path),
  ];
};

const outcomeOf = (decision: Decision | undefined): string =>
  String(decision?.outcome ?? 'nothing');

const checkReasons = (
  decision: Decision | undefined,
  { because, missing }: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const fired = decision?.because.map(({ row }) => row) ?? [];
  const lacking = [...(decision?.missing ?? [])].sort();
  return [
    ...(because === undefined ? [] : sameList([...path, 'because'], because, fired)),
    ...(missing === undefined ? [] : sameList([...path, 'missing'], [...missing].sort(), lacking)),
  ];
};

const checkStatuses = (
  { simulation }: Checked,
  then: ThenSource,
  path: DocumentPath,
): readonly Mismatch[] => {
  const { rows } = simulation.state().table;
  return statusKeys.flatMap((key) => {
    const at = [...path, key];
    const standing = Object.values(rows).filter(({ status }) => status === key);
    if (isNone(then[key])) {
      return none(
        at,
        standing.map(({ step }) => step),
      );
    }
    return names(then[key]).flatMap((step) =>
      equal(at, `${step}: ${key}`, `${step}: ${rows[step]?.status ?? 'no such step'}`),
    );
  });
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
  const started = state.started.map(({ procedure }) => procedure);
  if (isNone(then.beside)) found.push(...none([...path, 'beside'], state.beside));
  if (isNone(then.started)) found.push(...none([...path, 'started'], started));
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
    if (!started.includes(id)) {
      found.push({ path: [...path, 'started'], expected: id, found: started.join(', ') || 'none' });
    }
  }
  return found;
};
