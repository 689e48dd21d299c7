import type { TopLevelCondition } from 'json-rules-engine';
import type { Comparison, Condition, Operator } from '../model/condition.ts';

// Each goes through the decorators of `createEngine`, and ends in one of the engine's own operators.
const operators: Readonly<Record<Operator, string>> = {
  is: 'ifAnswered:equal',
  'is-not': 'ifAnswered:notEqual',
  in: 'ifAnswered:in',
  'not-in': 'ifAnswered:notIn',
  'at-least': 'ifAnswered:ifNumber:greaterThanInclusive',
  below: 'ifAnswered:ifNumber:lessThan',
  'at-most': 'ifAnswered:ifNumber:lessThanInclusive',
  above: 'ifAnswered:ifNumber:greaterThan',
};

/** A condition in json-rules-engine's words. */
export function toEngineCondition(condition: Condition): TopLevelCondition {
  if (condition.kind === 'compare') return { all: [toEngineComparison(condition)] };
  if (condition.kind === 'all') return { all: condition.of.map(toNested) };
  // The engine takes an empty `any` for true.
  if (condition.of.length === 0) return { not: { all: [] } };
  return { any: condition.of.map(toNested) };
}

const toNested = (condition: Condition) =>
  condition.kind === 'compare' ? toEngineComparison(condition) : toEngineCondition(condition);

function toEngineComparison({ fact, operator, value }: Comparison) {
  return { fact, operator: operators[operator], value };
}
