import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { beatFactMissing, beatFactUnfit } from '../diagnostics/vocabulary-problems.ts';
import type { Catalog } from './catalog.ts';
import type { FactScope } from './fact-scope.ts';
import { inside } from './inside.ts';

/** Reports roles bound by a beat that no fact tells, and a fact that cannot tell it. */
export function checkBeat(
  beat: string | undefined,
  place: ProblemPlace,
  {
    facts,
    vocabulary,
    report,
  }: Pick<Catalog, 'vocabulary' | 'report'> & { readonly facts: FactScope },
): void {
  if (beat === undefined) {
    const roles = Object.values(vocabulary.roles).filter(({ bound }) => bound === 'beat');
    for (const { id } of roles) report(beatFactMissing(place, id));
    return;
  }
  const fact = facts.get(beat)?.value;
  const isAnswered = fact?.from === 'report' || fact?.from === 'asked';
  if (fact && (!isAnswered || fact.personal)) report(beatFactUnfit(inside(place, 'beat'), beat));
}
