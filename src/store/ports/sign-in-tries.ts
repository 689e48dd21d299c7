import type { Instant } from '../../model/instant.ts';

/** Tries to sign in, counted by key across all processes. */
export interface SignInTries {
  /**
   * Counts a try against every one of these budgets, or against none where one of them is used up; tries at the same
   * time are counted one after the other. A try that is turned away makes nobody wait longer.
   */
  take(budgets: readonly TryBudget[], now: Instant): Promise<TryTaking>;
  /** Gives a try back that turned out to be a good one. What others used up stays used. */
  giveBack(budgets: readonly TryBudget[]): Promise<void>;
  /** Forgets budgets that are whole again. */
  sweep(now: Instant): Promise<void>;
}

/** The number of tries that a key may have at once, and the time after which it gets another one. */
export interface TryBudget {
  readonly key: string;
  readonly tries: number;
  readonly everyMilliseconds: number;
}

export type TryTaking =
  | { readonly taken: true }
  /** The key that has none left, and when it has one again. */
  | { readonly taken: false; readonly key: string; readonly again: Instant };
