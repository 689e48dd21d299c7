import type { ApiContext } from '../api-context.ts';
import { inRounds, type Rounds } from '../../worker/rounds.ts';
import { performErasure } from './perform-erasure.ts';

/** Goes on with what is not done: histories that the server still has, and what was interrupted. */
export function resumeErasures(
  context: ApiContext,
  options: { readonly everyMilliseconds: number; readonly onError: (error: unknown) => void },
): Rounds {
  const { everyMilliseconds, onError } = options;
  const round = async (isStopped: () => boolean): Promise<void> => {
    // One that was agreed to just now is under way where it was.
    const before = context.clock.now() - everyMilliseconds * context.clock.factor;
    for (const erasure of await context.store.erasures.undone()) {
      if (isStopped()) return;
      if ((erasure.agreedAt ?? 0) > before) continue;
      await performErasure(context, erasure).catch(onError);
    }
  };
  return inRounds(round, options);
}
