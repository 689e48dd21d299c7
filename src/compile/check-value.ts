import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownValue, wrongValueKind } from '../diagnostics/vocabulary-problems.ts';
import { wrongTime } from '../diagnostics/schema-problems.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import { readMoment } from '../model/read-time.ts';
import type { ReportProblem } from './report-problem.ts';

/** The context that a value is checked against. */
export interface ValueContext {
  /** The possible values of a fact of the kind `standards`. */
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
      if (typeof value !== 'string') wrongKind('"…"');
      return;
    case 'time': {
      const { fault } = readMoment(String(value), 0);
      if (fault) report(wrongTime(place, String(value), fault));
    }
  }
}
