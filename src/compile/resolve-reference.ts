import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { anchorReachedByNobody, stepLeftOut } from '../diagnostics/standard-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { StepContext } from './step-context.ts';

/** A step or an anchor that something waits for or counts from. */
export type Reference =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'anchor'; readonly anchor: string };

/** The step or else the anchor that a name refers to; nothing, with its problem, where it refers to nothing. */
export function resolveReference(
  name: string,
  place: ProblemPlace,
  { steps, leftOut, reached, catalog }: StepContext,
): Reference | undefined {
  const { report, vocabulary } = catalog;
  if (steps.has(name)) return { kind: 'step', step: name };
  if (Object.hasOwn(vocabulary.anchors, name)) {
    if (!reached.has(name)) report(anchorReachedByNobody(place, name));
    return { kind: 'anchor', anchor: name };
  }
  const ways = leftOut.get(name);
  const candidates = [...steps, ...Object.keys(vocabulary.anchors)];
  if (ways) report(stepLeftOut(place, name, ways));
  else report(unknownName('step-or-anchor', place, name, candidates));
  return undefined;
}
