import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  emptyListSaysNothing,
  keyStandsAlone,
  neverLate,
  nothingExpected,
  severalDecisions,
} from '../diagnostics/scenario-problems.ts';
import type { ThenSource } from '../model/source/scenario-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { inside } from './inside.ts';
import { outcomesOf } from './outcomes-of.ts';
import type { ScenarioContext } from './scenario-context.ts';

const stepKeys = [
  ...(['late', 'not-late', 'done', 'open', 'waiting', 'undecided', 'between'] as const),
  ...(['not-needed', 'deviated', 'missed', 'superseded', 'pending', 'reminded'] as const),
] as const;

type Check = (line: ThenSource, place: ProblemPlace, context: ScenarioContext) => void;

/** Checks a line of what is then so: it names what there is, and each key of it can be wrong. */
export const checkThen: Check = (line, place, context) => {
  checkSteps(line, place, context);
  checkOthers(line, place, context);
  checkDecided(line, place, context);
  checkCompared(line, place, context);
};

const checkSteps: Check = (line, place, { check, steps }) => {
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
};

const checkOthers: Check = (line, place, { check, catalog, procedures }) => {
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
  const rungs = [...catalog.ladders.values()].flatMap((ladder) => ladder.rungs);
  for (const [index, rung] of asList(line.rung).entries()) {
    const at = typeof line.rung === 'string' ? inside(place, 'rung') : inside(place, 'rung', index);
    check(
      'rung',
      at,
      rung,
      rungs.map(({ id }) => id),
    );
  }
};

/** Checks the decisions of a line, each named by its rule set or by what that decides. */
const checkDecided: Check = (line, place, { check, catalog }) => {
  const ruleSets = [...catalog.ruleSets.values()].map(({ source }) => source);
  const known = ruleSets.flatMap(({ rules, decides }) => [rules, ...Object.keys(decides)]);
  for (const [name, outcome] of Object.entries(line.decided ?? {})) {
    const at = inside(place, 'decided', name);
    check('rule-set', atKey(at), name, known);
    const deciding = ruleSets.filter(
      ({ rules, decides }) => rules === name || Object.hasOwn(decides, name),
    );
    if (deciding.length === 0) continue;
    const outcomes = deciding.flatMap((ruleSet) => outcomesOf(ruleSet, catalog));
    check('outcome', at, String(outcome), outcomes.map(String));
  }
};

/** Reports what would pass whatever happens: nobody may take it for tested. */
const checkCompared: Check = (line, place, { catalog: { report }, limited }) => {
  if (Object.keys(line).every((key) => key === 'at')) report(nothingExpected(place));
  // Beside `chosen` the reasons are those of the choice.
  const decisions = line.chosen === undefined ? Object.keys(line.decided ?? {}).length : 1;
  for (const key of ['because', 'missing'] as const) {
    const at = atKey(inside(place, key));
    if (line[key] === undefined) continue;
    if (decisions === 0) report(keyStandsAlone(at, key, ['chosen', 'decided']));
    if (decisions > 1) report(severalDecisions(at, key));
  }
  const ended = [...asList(line.done), ...asList(line.between)];
  if (line['late-by'] !== undefined && ended.length === 0) {
    report(keyStandsAlone(atKey(inside(place, 'late-by')), 'late-by', ['done', 'between']));
  }
  const notLate = asList(line['not-late']);
  if (line['not-late'] !== undefined && notLate.length === 0) {
    report(emptyListSaysNothing(atKey(inside(place, 'not-late')), 'not-late'));
  }
  for (const step of notLate) {
    if (limited.get(step) === false) report(neverLate(inside(place, 'not-late'), 'not-late', step));
  }
};
