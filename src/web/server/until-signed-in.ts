import type { QueryCache } from './query-cache.ts';
import { sessionPath } from './session-path.ts';

/** Settles when the session is read without fault again: the same person has signed in over the page. */
export function untilSignedIn({ state, watch }: QueryCache): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(sessionPath, () => {
      if (state(sessionPath).failure) return;
      stop();
      resolve();
    });
  });
}
