import type { Condition } from './condition.ts';
import type { FactValue } from './fact-value.ts';
import type { Text } from './text.ts';

/** A row of a compiled rule set. `add` is its weight under `hit: score`, else `outcome` is what it decides. */
export interface RuleRow {
  readonly id: string;
  readonly when: Condition;
  readonly outcome?: FactValue;
  readonly add?: number;
  readonly because: Text;
  readonly basis: readonly string[];
  /** `override` rows of a scored set decide at once, whatever the score. */
  readonly override: boolean;
}

/** A compiled rule set: decides one outcome from facts, by rows with reasons. */
export interface RuleSet {
  readonly id: string;
  readonly title: Text;
  /** The name of what is decided, itself a fact afterwards. */
  readonly decides: string;
  readonly hit: 'first' | 'all' | 'score';
  readonly rows: readonly RuleRow[];
  /** Highest first. Only under `hit: score`. */
  readonly cutOffs: readonly { readonly outcome: FactValue; readonly from: number }[];
  readonly otherwise?: FactValue;
  /** Words in a report that suggest a fact for the operator to confirm; rows never read words. */
  readonly suggest: readonly Suggestion[];
  readonly basis: readonly string[];
}

/** Words that suggest that `fact` is `as`. */
export interface Suggestion {
  readonly fact: string;
  readonly words: readonly string[];
  readonly as: FactValue;
}
