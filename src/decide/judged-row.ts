import type { Truth } from '../model/condition.ts';
import type { RuleRow } from '../model/rule-set.ts';

/** A row of a rule set and whether it matched. */
export interface JudgedRow {
  readonly row: RuleRow;
  readonly truth: Truth;
}
