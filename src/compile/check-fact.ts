import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { factOfWrongKind } from '../diagnostics/standard-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { AnswerKind } from '../model/fact-spec.ts';
import type { FactScope } from './fact-scope.ts';
import type { ReportProblem } from './report-problem.ts';

/** Reports a fact that there is not, or that is not answered as it has to be. */
export function checkFact(
  fact: string,
  place: ProblemPlace,
  { facts, report }: { readonly facts: FactScope; readonly report: ReportProblem },
  wanted?: AnswerKind['kind'],
): void {
  const spec = facts.get(fact)?.value;
  if (!spec) report(unknownName('fact', place, fact, [...facts.keys()]));
  else if (wanted && spec.answer.kind !== wanted) report(factOfWrongKind(place, fact, wanted));
}
