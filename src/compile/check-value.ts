import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownValue, wrongValueKind } from '../diagnostics/vocabulary-problems.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { ReportProblem } from './report-problem.ts';

/** What a value is checked against. */
export interface ValueContext {
  /** What a fact of the kind `standards` can be. */
  readonly standards: readonly string[];
  readonly report: ReportProblem;
}

/** Reports a value that a fact can never have. */
export function checkValue(
  { id: fact, answer }: FactSpec,
  value: FactValue,
  place: ProblemPlace,
  { standards, report }: ValueContext,
): void {
  const wrongKind = (wanted: string) => report(wrongValueKind(place, { fact, value, wanted }));
  const oneOf = (candidates: readonly string[]) => {
    const known = candidates.some((candidate) => candidate === value);
    if (!known) report(unknownValue(place, { fact, value, candidates }));
  };
  switch (answer.kind) {
    case 'choice':
      return oneOf(answer.choices.map((choice) => choice.value));
    case 'standards':
      return oneOf(standards);
    case 'number': {
      const { min, max } = answer;
      if (typeof value !== 'number' || value < min || value > max) wrongKind(`${min}–${max}`);
      return;
    }
    case 'units':
    case 'persons':
    case 'text':
    case 'time':
      if (typeof value !== 'string') wrongKind('"…"');
  }
}
