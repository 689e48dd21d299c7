import type { Condition, Operator } from '../model/condition.ts';

const opposites: Readonly<Record<Operator, Operator>> = {
  is: 'is-not',
  'is-not': 'is',
  in: 'not-in',
  'not-in': 'in',
  'at-least': 'below',
  below: 'at-least',
  'at-most': 'above',
  above: 'at-most',
};

/** The opposite of a condition, in negation normal form again. */
export function negate(condition: Condition): Condition {
  if (condition.kind === 'compare') {
    return { ...condition, operator: opposites[condition.operator] };
  }
  return { kind: condition.kind === 'all' ? 'any' : 'all', of: condition.of.map(negate) };
}
