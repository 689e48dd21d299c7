import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  handedToNobody,
  keyNotForAct,
  nobodyActs,
  severalAct,
} from '../diagnostics/scenario-problems.ts';
import type { WhenSource } from '../model/source/scenario-source.ts';
import { refusalCodes, refusalParts } from '../model/refusal.ts';
import { whenWords, wordsOfAct, wordsOfEveryAct } from '../model/when-words.ts';
import { atKey } from './at-key.ts';
import { checkGiven } from './check-given.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import type { ScenarioContext } from './scenario-context.ts';

const wordsOfLine: readonly string[] = whenWords;
/** Acts that are about a step; others are about the whole incident. */
const actsOnStep = ['do', 'deviate', 'extend', 'reopen', 'close'];
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
  checkWords(line, act, place, report);
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

/** Reports words that the act does not look at. */
function checkWords(line: WhenSource, act: string, place: ProblemPlace, report: ReportProblem) {
  const used = [...wordsOfEveryAct, ...(wordsOfAct[act] ?? [])];
  for (const key of Object.keys(line)) {
    if (wordsOfLine.includes(key) && !used.includes(key)) {
      report(keyNotForAct(atKey(inside(place, key)), key, act));
    }
  }
  if (act === 'hand-over' && line.to?.unit === undefined) report(handedToNobody(place));
}

function checkRefused({ refused }: WhenSource, place: ProblemPlace, context: ScenarioContext) {
  if (typeof refused === 'string') context.check('refusal', place, refused, refusalCodes);
  if (typeof refused !== 'object') return;
  for (const [key, value] of Object.entries(refused)) {
    const at = inside(place, key);
    context.check('refusal-part', atKey(at), key, refusalParts);
    if (key === 'code') context.check('refusal', at, String(value), refusalCodes);
  }
  for (const key of stepsOfRefusal) {
    const names = refused[key];
    for (const [index, step] of (Array.isArray(names) ? names : []).entries()) {
      context.check('step', inside(place, key, index), String(step), context.steps);
    }
  }
}
