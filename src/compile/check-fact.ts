import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { factOfWrongKind } from '../diagnostics/standard-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { AnswerKind } from '../model/fact-spec.ts';
import type { ConditionContext } from './parse-condition.ts';

/** Reports a fact that there is not, that is not answered as it has to be, or that nobody asks where it is read. */
export function checkFact(
  fact: string,
  place: ProblemPlace,
  { facts, report, checkRead }: Pick<ConditionContext, 'facts' | 'report' | 'checkRead'>,
  wanted?: AnswerKind['kind'],
): void {
  const spec = facts.get(fact)?.value;
  if (!spec) report(unknownName('fact', place, fact, [...facts.keys()]));
  else if (wanted && spec.answer.kind !== wanted) report(factOfWrongKind(place, fact, wanted));
  else checkRead?.(spec, place);
}
