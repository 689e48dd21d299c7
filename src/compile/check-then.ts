import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { inside } from './inside.ts';
import type { ScenarioContext } from './scenario-context.ts';

const stepKeys = [
  ...(['late', 'not-late', 'done', 'open', 'waiting', 'undecided', 'between'] as const),
  ...(['not-needed', 'deviated', 'missed', 'superseded', 'pending', 'reminded'] as const),
] as const;

/** Checks a line of what is then so. */
export function checkThen(line: ThenSource, place: ProblemPlace, context: ScenarioContext): void {
  const { check, catalog, steps, procedures } = context;
  for (const key of stepKeys) {
    for (const [index, step] of asList(line[key]).entries()) {
      const at = typeof line[key] === 'string' ? inside(place, key) : inside(place, key, index);
      check('step', at, step, steps);
    }
  }
  for (const key of ['due', 'overdue', 'occurrence'] as const) {
    for (const step of Object.keys(line[key] ?? {})) {
      check('step', atKey(inside(place, key, step)), step, steps);
    }
  }
  for (const [index, fact] of (line.missing ?? []).entries()) {
    check('fact', inside(place, 'missing', index), fact, catalog.facts.all.keys());
  }
  for (const [index, role] of (line.told ?? []).entries()) {
    check('role', inside(place, 'told', index), role, Object.keys(catalog.vocabulary.roles));
  }
  for (const key of ['chosen', 'standard', 'started', 'beside'] as const) {
    for (const procedure of asList(line[key])) {
      check('procedure', inside(place, key), procedure, procedures);
    }
  }
  const rows = [...catalog.compiledRuleSets.values()].flatMap((ruleSet) => ruleSet.rows);
  for (const [index, row] of (line.because ?? []).entries()) {
    check(
      'row',
      inside(place, 'because', index),
      row,
      rows.map(({ id }) => id),
    );
  }
  checkDecided(line, place, context);
}

/** What was decided, named by the rule set or by what it decides. */
function checkDecided(line: ThenSource, place: ProblemPlace, { check, catalog }: ScenarioContext) {
  const ruleSets = [...catalog.compiledRuleSets.values()];
  for (const name of Object.keys(line.decided ?? {})) {
    const known = ruleSets.flatMap(({ id, decides }) => [id, decides]);
    check('rule-set', atKey(inside(place, 'decided', name)), name, known);
  }
}
