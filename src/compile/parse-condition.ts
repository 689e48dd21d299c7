import { negate } from '../conditions/negate.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import {
  comparisonNeedsNumber,
  malformedCondition,
  personalCondition,
} from '../diagnostics/vocabulary-problems.ts';
import type { Condition, Operator } from '../model/condition.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import { atKey } from './at-key.ts';
import { checkValue, type ValueContext } from './check-value.ts';
import type { FactScope } from './fact-scope.ts';
import { inside } from './inside.ts';

/** The context that a condition is read against. */
export interface ConditionContext extends ValueContext {
  readonly facts: FactScope;
  /** Looks further at a fact that is read: whether somebody asks it. */
  readonly checkRead?: (fact: FactSpec, place: ProblemPlace) => void;
}

/** Reads a condition as written into negation normal form: each `not` ends in the comparisons. */
export function parseCondition(
  source: unknown,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (!isMap(source)) return malformed(place, context);
  const parts = Object.entries(source).map(([key, value]) => {
    const at = inside(place, key);
    if (key === 'not') return negate(parseCondition(value, at, context));
    if (key === 'all' || key === 'any') return parseList(key, value, at, context);
    return parseTest(key, value, at, context);
  });
  return allOf(parts, place, context);
}

function parseList(
  kind: 'all' | 'any',
  source: unknown,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (!Array.isArray(source) || source.length === 0) return malformed(place, context);
  const of = source.map((child, index) => parseCondition(child, inside(place, index), context));
  return of.length === 1 ? of[0]! : { kind, of };
}

function parseTest(
  fact: string,
  test: unknown,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  const spec = context.facts.get(fact)?.value;
  if (spec) {
    if (spec.personal) context.report(personalCondition(atKey(place), fact));
    context.checkRead?.(spec, atKey(place));
  } else context.report(unknownName('fact', atKey(place), fact, [...context.facts.keys()]));
  return parseWords(spec ?? fact, test, place, context);
}

type Fact = FactSpec | string;

function parseWords(
  fact: Fact,
  test: unknown,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (isScalar(test)) return compareOne(fact, 'is', test, place, context);
  if (!isMap(test)) return malformed(place, context);
  const parts = Object.entries(test).map(([word, value]) => {
    const at = inside(place, word);
    if (word === 'not') return negate(parseWords(fact, value, at, context));
    if (word === 'in') return compareList(fact, value, at, context);
    const operator = numberOperators[word];
    if (!operator || typeof value !== 'number') return malformed(at, context);
    if (typeof fact === 'object' && fact.answer.kind !== 'number') {
      context.report(comparisonNeedsNumber(atKey(at), fact.id, word));
    }
    return comparison(fact, operator, value);
  });
  return allOf(parts, place, context);
}

const numberOperators: Readonly<Record<string, Operator>> = {
  'at-least': 'at-least',
  'at-most': 'at-most',
  below: 'below',
  above: 'above',
};

function compareOne(
  fact: Fact,
  operator: Operator,
  value: FactValue,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (typeof fact === 'object') checkValue(fact, value, place, context);
  return comparison(fact, operator, value);
}

function compareList(
  fact: Fact,
  values: unknown,
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (!Array.isArray(values) || values.length === 0 || !values.every(isScalar)) {
    return malformed(place, context);
  }
  for (const [index, value] of values.entries()) {
    if (typeof fact === 'object') checkValue(fact, value, inside(place, index), context);
  }
  return comparison(fact, 'in', values);
}

function comparison(
  fact: Fact,
  operator: Operator,
  value: FactValue | readonly FactValue[],
): Condition {
  return { kind: 'compare', fact: typeof fact === 'string' ? fact : fact.id, operator, value };
}

function allOf(
  parts: readonly Condition[],
  place: ProblemPlace,
  context: ConditionContext,
): Condition {
  if (parts.length === 0) return malformed(place, context);
  return parts.length === 1 ? parts[0]! : { kind: 'all', of: parts };
}

// Stands in for what could not be read; nothing is released with it.
function malformed(place: ProblemPlace, { report }: ConditionContext): Condition {
  report(malformedCondition(place));
  return { kind: 'all', of: [] };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is FactValue =>
  ['string', 'number', 'boolean'].includes(typeof value);
