import type { FactValue } from './fact-value.ts';

/** The comparison of a leaf; each has its negation, so that `not` can be pushed down to the leaves. */
export type Operator =
  'is' | 'is-not' | 'in' | 'not-in' | 'at-least' | 'below' | 'at-most' | 'above';

/** One fact compared with one value (a list for `in` and `not-in`). */
export interface Comparison {
  readonly kind: 'compare';
  readonly fact: string;
  readonly operator: Operator;
  readonly value: FactValue | readonly FactValue[];
}

/** A condition in negation normal form: no `not` above a leaf. An empty `all` is true, an empty `any` false. */
export type Condition =
  | Comparison
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

/** True, false, or unknown (`null`) while a fact it needs is unanswered. */
export type Truth = boolean | null;

/** The answers a condition is read against; a missing key is an unanswered fact. */
export type Answers = Readonly<Record<string, FactValue>>;
