import { createHmac } from 'node:crypto';
import pLimit from 'p-limit';
import type { Instant } from '../../model/instant.ts';
import type { SignInTries, TryBudget } from '../../store/ports/sign-in-tries.ts';

/** The outcome of a try: the answer of its check, or that nothing was checked. */
export type Guarded<T> =
  { readonly checked: true; readonly answer: T | undefined } | { readonly checked: false };

/** Lets passwords be checked no faster than their budgets allow. */
export interface SignInGuard {
  /**
   * Counts a try and then checks it; a good answer gives the try back. Where a budget is used up nothing is checked:
   * `usedUp` is told the first time, so that a flood of tries writes one line.
   */
  attempt<T>(
    budgets: readonly TryBudget[],
    check: () => Promise<T | undefined>,
    usedUp: () => Promise<void>,
  ): Promise<Guarded<T>>;
  /** The key of a budget: what was typed or where it came from cannot be read from it. */
  key(...parts: readonly string[]): string;
}

// Each check takes a thread and 19 MB; of the four threads two are left to the disk.
const checksAtOnce = 2;
const rememberedMax = 10_000;

/** A guard over tries that all processes count together. */
export function createSignInGuard(
  tries: SignInTries,
  { secret, wallClock }: { readonly secret: string; readonly wallClock: () => number },
): SignInGuard {
  const inTurn = pLimit(checksAtOnce);
  // A budget that is known to be used up costs neither a check nor a question to the store.
  const usedUpUntil = new Map<string, Instant>();
  const isUsedUp = (budgets: readonly TryBudget[]) =>
    budgets.some(({ key }) => (usedUpUntil.get(key) ?? 0) > wallClock());
  const remember = (key: string, until: Instant) => {
    usedUpUntil.delete(key);
    usedUpUntil.set(key, until);
    for (const oldest of usedUpUntil.keys()) {
      if (usedUpUntil.size <= rememberedMax) break;
      usedUpUntil.delete(oldest);
    }
  };
  return {
    async attempt(budgets, check, usedUp) {
      if (isUsedUp(budgets)) return { checked: false };
      // Counted when its turn comes: a whole shift that signs in at once has few tries open at a time, a burst has all.
      return inTurn(async () => {
        if (isUsedUp(budgets)) return { checked: false };
        const taking = await tries.take(budgets, wallClock());
        if (!taking.taken) {
          remember(taking.key, taking.again);
          await usedUp();
          return { checked: false };
        }
        const answer = await check();
        if (answer !== undefined) await tries.giveBack(budgets);
        return { checked: true, answer };
      });
    },
    key: (...parts) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex'),
  };
}
