import type { StartSpec } from '../model/procedure-spec.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { StepSource } from '../model/source/step-source.ts';
import { checkFact } from './check-fact.ts';
import { checkNames } from './check-names.ts';
import { inside } from './inside.ts';
import { numberCondition } from './number-condition.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

type StartSource = Extract<NonNullable<StepSource['starts']>, { readonly procedure: string }>;

/** The procedures that doing a step starts, one per incident unless it says otherwise. */
export function compileStarts(draft: StepDraft, context: StepContext): readonly StartSpec[] {
  const { starts } = draft.source;
  const place = placeOfKey(draft, 'starts');
  if (starts === undefined) return [];
  if (isOne(starts)) return [compileStart(starts, place, context)];
  return starts.map((start, index) => compileStart(start, inside(place, index), context));
}

const isOne = (starts: StartSource | readonly StartSource[]): starts is StartSource =>
  !Array.isArray(starts);

function compileStart(
  { procedure, 'one-per': onePer = 'incident', when }: StartSource,
  place: ProblemPlace,
  context: StepContext,
): StartSpec {
  const { procedures: known, report } = context.catalog;
  checkNames('procedure', procedure, inside(place, 'procedure'), { known: known.keys(), report });
  if (onePer !== 'incident') {
    checkFact(onePer, inside(place, 'one-per'), context.condition);
  }
  const number = numberCondition(when, inside(place, 'when'), context);
  return {
    procedure,
    onePer: onePer === 'incident' ? 'incident' : { fact: onePer },
    ...(number !== undefined && { when: number }),
  };
}
