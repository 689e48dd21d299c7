import type { Instant } from '../../model/instant.ts';

/** Local accounts: who may sign in, and how often it failed. */
export interface Accounts {
  /** Adds or overwrites a person's account; the failed attempts begin anew. */
  put(account: {
    readonly person: string;
    readonly name: string;
    readonly passwordHash: string;
  }): Promise<void>;
  byName(name: string): Promise<Account | undefined>;
  /** Counts a failed attempt, and locks the account for a while when there were too many. */
  failed(
    person: string,
    now: Instant,
    limits: { readonly attemptsMax: number; readonly lockMilliseconds: number },
  ): Promise<Account>;
  /** Forgets the failed attempts after a good one. */
  succeeded(person: string): Promise<void>;
}

export interface Account {
  readonly person: string;
  /** What is typed at sign-in. */
  readonly name: string;
  readonly passwordHash: string;
  readonly failedAttempts: number;
  readonly lockedUntil?: Instant;
}
