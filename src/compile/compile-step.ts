import { everyAndConfirm } from '../diagnostics/repeat-problems.ts';
import {
  approveAndConfirm,
  basisMissing,
  correctsNothing,
  dueMissing,
  needsDue,
  numberWithoutBasis,
} from '../diagnostics/step-problems.ts';
import type { ExtendSpec, SecondPersonSpec, StepSpec } from '../model/procedure-spec.ts';
import type { StepSource } from '../model/source/step-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { checkBasis } from './check-basis.ts';
import { checkFact } from './check-fact.ts';
import { checkLimitKeys } from './check-limit-keys.ts';
import { checkNames } from './check-names.ts';
import { checkRole } from './check-role.ts';
import { compileAfter } from './compile-after.ts';
import { compileBinds } from './compile-binds.ts';
import { compileRemind } from './compile-remind.ts';
import { compileRepeat } from './compile-repeat.ts';
import { compileSecondPerson } from './compile-second-person.ts';
import { compileStarts } from './compile-starts.ts';
import { compileTell } from './compile-tell.ts';
import { compileWhen } from './compile-when.ts';
import { inside } from './inside.ts';
import { parseDue } from './parse-due.ts';
import { parseLimit } from './parse-limit.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** Compiles one step; what it names is checked on the way. */
export function compileStep(draft: StepDraft, context: StepContext): StepSpec {
  const { id, source, part } = draft;
  const { catalog } = context;
  const { title = { zh: id, en: id }, by = '', say, hint, crew, reaches, feedback } = source;
  checkRole(by, placeOfKey(draft, 'by'), catalog);
  checkShape(draft, context);
  const basis = checkBasis(source.basis, placeOfKey(draft, 'basis'), catalog);
  const owner = { of: 'step', basis } as const;
  const due = source.due && parseDue(source.due, placeOfKey(draft, 'due'), owner, context);
  const when = compileWhen(draft, context);
  const extend = compileExtend(draft, context);
  const approve = secondPerson(draft, 'approve', basis, context);
  const confirm = secondPerson(draft, 'confirm', basis, context);
  const repeat = compileRepeat(draft, context);
  const remind = compileRemind(draft, catalog.report);
  checkLimitKeys(draft, { remind, ...(due && { due }), ...(extend && { extend }) }, context);
  return {
    id,
    title,
    ...(say && { say }),
    ...(hint && { hint }),
    by,
    ...(part !== undefined && { part }),
    ...(when !== undefined && { when }),
    optional: source.optional ?? false,
    after: compileAfter(draft, context),
    ...(due && { due }),
    remind,
    ...(extend && { extend }),
    asks: factsAt(draft, 'asks', context),
    mayAsk: factsAt(draft, 'may-ask', context),
    ...(source.corrects && { corrects: correctsOf(draft, context) }),
    evidence: namesAt(draft, 'evidence', Object.keys(catalog.vocabulary.evidence), context),
    ...(crew && { crew }),
    equipment: namesAt(draft, 'equipment', Object.keys(catalog.vocabulary.equipment), context),
    ...(approve && { approve }),
    ...(confirm && { confirm }),
    ...(repeat && { repeat }),
    ...(reaches !== undefined && { reaches }),
    binds: compileBinds(draft, context),
    decides: decidesOf(draft, context),
    starts: compileStarts(draft, context),
    tell: compileTell(draft, context),
    late: lateOf(draft, context),
    ...(feedback !== undefined && { feedback }),
    closes: source.closes ?? false,
    basis,
  };
}

function checkShape(draft: StepDraft, { catalog }: StepContext): void {
  const { id, source, place } = draft;
  const { report, vocabulary } = catalog;
  const known = Object.keys(vocabulary.anchors);
  checkNames('anchor', source.reaches, placeOfKey(draft, 'reaches'), { known, report });
  if (source.approve && source.confirm) {
    report(approveAndConfirm(atKey(placeOfKey(draft, 'confirm')), id));
  }
  if (source.every !== undefined && source.confirm) {
    report(everyAndConfirm(atKey(placeOfKey(draft, 'confirm')), id));
  }
  const isTimed = source.due !== undefined || source.every !== undefined;
  // Of a feedback without a limit that is told with the other feedbacks.
  const isFeedback = source.feedback !== undefined;
  for (const key of ['remind', 'extend', 'late'] as const) {
    if (source[key] === undefined || isTimed || isFeedback) continue;
    report(needsDue(atKey(placeOfKey(draft, key)), id, key));
  }
  if (!isTimed && !isFeedback && !source.optional) report(dueMissing(atKey(place), id));
  if (asList(source.basis).length === 0) report(basisMissing(atKey(place), id));
}

function compileExtend(draft: StepDraft, { catalog }: StepContext): ExtendSpec | undefined {
  const { extend } = draft.source;
  if (!extend) return undefined;
  const place = placeOfKey(draft, 'extend');
  checkRole(extend.by, inside(place, 'by'), catalog);
  const basis = checkBasis(extend.basis, inside(place, 'basis'), catalog);
  if (basis.length === 0) catalog.report(numberWithoutBasis(inside(place, 'to'), extend.to));
  return { by: extend.by, to: parseLimit(extend.to), times: extend.times ?? 1, basis };
}

function secondPerson(
  draft: StepDraft,
  key: 'approve' | 'confirm',
  basis: readonly string[],
  context: StepContext,
): SecondPersonSpec | undefined {
  const source = draft.source[key];
  return source && compileSecondPerson(source, placeOfKey(draft, key), basis, context);
}

function factsAt(
  draft: StepDraft,
  key: 'asks' | 'may-ask',
  context: StepContext,
): readonly string[] {
  const facts = draft.source[key] ?? [];
  for (const [index, fact] of facts.entries()) {
    checkFact(fact, inside(placeOfKey(draft, key), index), context.condition);
  }
  return facts;
}

function correctsOf(draft: StepDraft, { catalog }: StepContext): readonly string[] {
  const { source } = draft;
  const roles = source.corrects ?? [];
  const asked = [...(source.asks ?? []), ...(source['may-ask'] ?? [])];
  if (asked.length === 0)
    catalog.report(correctsNothing(atKey(placeOfKey(draft, 'corrects')), draft.id));
  for (const [index, role] of roles.entries()) {
    checkRole(role, inside(placeOfKey(draft, 'corrects'), index), catalog);
  }
  return roles;
}

function namesAt(
  draft: StepDraft,
  key: 'evidence' | 'equipment',
  known: readonly string[],
  { catalog: { report } }: StepContext,
): readonly string[] {
  const names: StepSource[typeof key] = draft.source[key];
  return checkNames(key, names, placeOfKey(draft, key), { known, report });
}

function decidesOf(draft: StepDraft, { catalog: { ruleSets, report } }: StepContext) {
  const place = placeOfKey(draft, 'decides');
  return checkNames('rule-set', draft.source.decides, place, { known: ruleSets.keys(), report });
}

function lateOf(draft: StepDraft, { catalog: { ladders, defaultLadder, report } }: StepContext) {
  const { late } = draft.source;
  checkNames('ladder', late, placeOfKey(draft, 'late'), { known: ladders.keys(), report });
  return late ?? defaultLadder;
}
