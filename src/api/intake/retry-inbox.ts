import type { ApiContext } from '../api-context.ts';
import { startReport } from './start-report.ts';

/** The loop that starts what is in the inbox once the engine is back. */
export interface InboxRetry {
  /** Ends the loop, and waits for what it is at. */
  stop(): Promise<void>;
}

const atOnceMax = 200;

/**
 * Tries the reports whose incident does not run yet, oldest first, again and again. The first that finds the engine
 * away ends the round: the others would only wait for the same.
 */
export function retryInbox(
  context: ApiContext,
  options: { readonly everyMilliseconds: number; readonly onError: (error: unknown) => void },
): InboxRetry {
  const { everyMilliseconds, onError } = options;
  let isStopped = false;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    timer = setTimeout(() => {
      round = retryOnce(context, { everyMilliseconds, isStopped: () => isStopped, onError })
        .catch(onError)
        .finally(() => (isStopped ? undefined : next()));
    }, everyMilliseconds);
    timer.unref();
  };
  next();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}

async function retryOnce(
  context: ApiContext,
  options: {
    readonly everyMilliseconds: number;
    readonly isStopped: () => boolean;
    readonly onError: (error: unknown) => void;
  },
): Promise<void> {
  const { clock, metrics, store } = context;
  // Domain time may run faster than the loop: what came or was tried within the last turn of the wall clock waits.
  const before = clock.now() - options.everyMilliseconds * clock.factor;
  const found = await store.reports.toRetry({ triedBefore: before, limit: atOnceMax });
  const waiting = found.filter(({ received }) => received <= before);
  metrics.gauge('jiechu_inbox_reports', waiting.length);
  for (const report of waiting) {
    if (options.isStopped()) return;
    try {
      if ((await startReport(context, report)).isAway) return;
    } catch (error) {
      // One report that cannot be started must not keep the others waiting.
      options.onError(error);
      await store.reports.failed(report.id, clock.now(), String(error));
    }
  }
}
