import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { nobodyActs, severalAct } from '../diagnostics/scenario-problems.ts';
import type { WhenSource } from '../model/source/scenario-source.ts';
import { whenWords } from '../model/when-words.ts';
import { atKey } from './at-key.ts';
import { checkGiven } from './check-given.ts';
import { inside } from './inside.ts';
import type { ScenarioContext } from './scenario-context.ts';

const wordsOfLine: readonly string[] = whenWords;
/** Acts that are about a step; others are about the whole incident. */
const actsOnStep = ['do', 'deviate', 'extend', 'reopen'];
/** A second person judges what a step proposes, or a change of standard. */
const judgements = ['agree', 'reject'];
/** The lists of a refusal that name steps. */
const stepsOfRefusal = ['open', 'waiting', 'undecided', 'unconfirmed'];

/** Checks a line of what happens: who acts, on which step, with which facts, evidence and reason. */
export function checkWhen(line: WhenSource, place: ProblemPlace, context: ScenarioContext): void {
  const { check, catalog, steps, switches, procedures } = context;
  const { vocabulary, report } = catalog;
  const roles = Object.keys(line).filter((key) => !wordsOfLine.includes(key));
  const [role, second] = roles;
  if (role === undefined) {
    report(nobodyActs(place));
    return;
  }
  if (second !== undefined) report(severalAct(atKey(inside(place, second)), second));
  check('role', atKey(inside(place, role)), role, Object.keys(vocabulary.roles));
  const act = line.act ?? 'do';
  const what = line[role];
  if (typeof what === 'string' && actsOnStep.includes(act)) {
    check('step', inside(place, role), what, steps);
  }
  if (typeof what === 'string' && judgements.includes(act)) {
    // One that a person asks for is called by the standard it leads to.
    check('step', inside(place, role), what, [...steps, ...switches, ...procedures]);
  }
  checkRefused(line, inside(place, 'refused'), context);
  if (typeof what === 'string' && act === 'switch') {
    check('procedure', inside(place, role), what, procedures);
  }
  if (typeof what === 'string' && act === 'hand-over') {
    check('role', inside(place, role), what, Object.keys(vocabulary.roles));
  }
  checkGiven(line.with, inside(place, 'with'), catalog);
  for (const [index, kind] of (line.evidence ?? []).entries()) {
    check('evidence', inside(place, 'evidence', index), kind, Object.keys(vocabulary.evidence));
  }
  for (const [index, item] of (line.equipment ?? []).entries()) {
    check('equipment', inside(place, 'equipment', index), item, Object.keys(vocabulary.equipment));
  }
  if (line.reason !== undefined) {
    check('reason', inside(place, 'reason'), line.reason, Object.keys(vocabulary.reasons));
  }
}

function checkRefused({ refused }: WhenSource, place: ProblemPlace, context: ScenarioContext) {
  if (typeof refused !== 'object') return;
  for (const key of stepsOfRefusal) {
    const names = refused[key];
    for (const [index, step] of (Array.isArray(names) ? names : []).entries()) {
      context.check('step', inside(place, key, index), String(step), context.steps);
    }
  }
}
