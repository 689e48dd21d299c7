import type { FactValue } from './fact-value.ts';
import type { Text } from './text.ts';

/** A row that took part in a decision, with its reason and what it rests on. */
export interface DecisionRow {
  readonly row: string;
  readonly because: Text;
  readonly basis: readonly string[];
  readonly outcome?: FactValue;
  readonly add?: number;
}

/** The outcome of a rule set with its reasons; never a bare word. */
export interface Decision {
  readonly ruleSet: string;
  readonly decides: string;
  /** `null` where no row matched and the rule set has no `otherwise`. Under `hit: all` the first of `outcomes`. */
  readonly outcome: FactValue | null;
  readonly outcomes: readonly FactValue[];
  readonly score?: number;
  /** The rows that fired, in the order of the rule set. */
  readonly because: readonly DecisionRow[];
  /** True where the outcome is the rule set's `otherwise`. */
  readonly otherwise: boolean;
  /** Unanswered facts that kept a row from being decided. */
  readonly missing: readonly string[];
  /** Rows that did not fire but lack least, nearest first, with the facts in their way. */
  readonly nearest: readonly NearRow[];
}

/** A row that did not fire and what stood in its way. */
export interface NearRow {
  readonly row: string;
  readonly because: Text;
  readonly outcome?: FactValue;
  readonly unmet: readonly string[];
}
