import { setTimeout as sleep } from 'node:timers/promises';

/** Looks when there is something to see, and not more often than it should. */
export interface PacedLook {
  /** There may be something new: look soon. */
  mark(): void;
  /** True while a look is under way or to come. */
  isPending(): boolean;
}

/** Spaces the looks of one officer; what is marked during one is looked at by the next. */
export function pacedLook(
  look: () => Promise<void>,
  { gapMilliseconds, stop }: { readonly gapMilliseconds: number; readonly stop: AbortSignal },
): PacedLook {
  let isMarked = false;
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isMarked && !stop.aborted) {
      isMarked = false;
      await look();
      await sleep(gapMilliseconds, undefined, { signal: stop }).catch(() => undefined);
    }
    isRunning = false;
  };
  return {
    mark() {
      isMarked = true;
      if (!isRunning) void run();
    },
    isPending: () => isRunning || isMarked,
  };
}
