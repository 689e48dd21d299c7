import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { After } from '../model/procedure-spec.ts';
import { inside } from './inside.ts';
import { resolveReference } from './resolve-reference.ts';
import type { StepContext } from './step-context.ts';
import { isOfPart, placeOfKey, type StepDraft } from './step-draft.ts';

/**
 * The steps and anchors that must be reached before a step opens. A part may name a step that this procedure's ways of
 * handling leave out: there is nothing to wait for then. A standard that names one is mistaken.
 */
export function compileAfter(draft: StepDraft, context: StepContext): After {
  const { after } = draft.source;
  const place = placeOfKey(draft, 'after');
  const isDropped = (name: string) => isOfPart(draft, 'after') && context.leftOut.has(name);
  const resolve = (name: string, at: ProblemPlace): readonly After[] => {
    if (isDropped(name)) return [];
    const reference = resolveReference(name, at, context);
    return reference ? [reference] : [];
  };
  const listOf = (kind: 'all' | 'any', names: readonly string[], at: ProblemPlace): After => {
    const of = names.flatMap((name, index) => resolve(name, inside(at, index)));
    if (of.length === 1) return of[0]!;
    // An empty `any` would never open.
    return of.length === 0 ? nothing : { kind, of };
  };
  if (after === undefined) return nothing;
  if (typeof after === 'string') return resolve(after, place)[0] ?? nothing;
  if (isList(after)) return listOf('all', after, place);
  const { any, all } = after;
  const of = [
    ...(any ? [listOf('any', any, inside(place, 'any'))] : []),
    ...(all ? [listOf('all', all, inside(place, 'all'))] : []),
  ];
  return of.length === 1 ? of[0]! : { kind: 'all', of };
}

const nothing: After = { kind: 'all', of: [] };

// `Array.isArray` does not narrow a readonly array out of a union.
const isList = (after: object): after is readonly string[] => Array.isArray(after);
