import type { Store } from '../../store/store.ts';
import { inRounds } from '../rounds.ts';
import { renewPair, type PairSides } from './renew-pair.ts';

/** The loop that keeps the marks of both sides young. */
export interface PairKeeping {
  stop(): Promise<void>;
}

const everyMilliseconds = 60_000;

/**
 * Renews the marks again and again while something changes, and at the end: a copy of one side that was made between two
 * marks, and put back, is seen to be older at the next start.
 */
export const keepPair = (
  sides: PairSides & { readonly store: Pick<Store, 'onChange'> },
  onError: (error: unknown) => void,
): PairKeeping => {
  let hasChanged = false;
  const deafen = sides.store.onChange(() => void (hasChanged = true));
  const once = async (): Promise<void> => {
    if (!hasChanged) return;
    hasChanged = false;
    try {
      await renewPair(sides, Date.now());
    } catch (error) {
      // Temporal is away, or the disk is full: it is made up for.
      hasChanged = true;
      onError(error);
    }
  };
  const rounds = inRounds(once, { everyMilliseconds, pausesFirst: true, onError });
  return {
    async stop() {
      deafen();
      await rounds.stop();
      await once();
    },
  };
};
