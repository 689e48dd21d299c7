import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { ConditionSource } from '../model/source/condition-source.ts';
import { parseCondition } from './parse-condition.ts';
import type { StepContext } from './step-context.ts';

/** The number of a condition as written; nothing where none is written. */
export function numberCondition(
  source: ConditionSource | undefined,
  place: ProblemPlace,
  { pool, condition }: StepContext,
): number | undefined {
  return source && pool.numberOf(parseCondition(source, place, condition));
}
