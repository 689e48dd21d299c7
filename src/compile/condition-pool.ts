import { canonicalJson } from '../model/canonical-json.ts';
import type { Condition } from '../model/condition.ts';

/** Numbers the conditions of a procedure; equal ones have one number. */
export interface ConditionPool {
  readonly numberOf: (condition: Condition) => number;
  readonly all: () => readonly Condition[];
}

/** An empty pool. */
export function createConditionPool(): ConditionPool {
  const numbers = new Map<string, number>();
  const conditions: Condition[] = [];
  return {
    numberOf: (condition) => {
      const key = canonicalJson(condition);
      const number = numbers.get(key) ?? conditions.push(condition) - 1;
      numbers.set(key, number);
      return number;
    },
    all: () => [...conditions],
  };
}
