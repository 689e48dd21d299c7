import type { ApiContext } from '../api-context.ts';
import { performErasure } from './perform-erasure.ts';

/** The loop that brings erasures to their end which were agreed to and interrupted. */
export interface ErasureResuming {
  /** Ends the loop, and waits for what it is at. */
  stop(): Promise<void>;
}

/** Goes on with what is not done: histories that the server still has, and what was interrupted. */
export function resumeErasures(
  context: ApiContext,
  options: { readonly everyMilliseconds: number; readonly onError: (error: unknown) => void },
): ErasureResuming {
  const { everyMilliseconds, onError } = options;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = async (): Promise<void> => {
    // One that was agreed to just now is under way where it was.
    const before = context.clock.now() - everyMilliseconds * context.clock.factor;
    for (const erasure of await context.store.erasures.undone()) {
      if (isStopped) return;
      if ((erasure.agreedAt ?? 0) > before) continue;
      await performErasure(context, erasure).catch(onError);
    }
  };
  const again = (): Promise<void> =>
    turn()
      .catch(onError)
      .finally(() => {
        if (isStopped) return;
        timer = setTimeout(() => (round = again()), everyMilliseconds);
        timer.unref();
      });
  let round = again();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
