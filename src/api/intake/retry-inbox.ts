import type { ApiContext } from '../api-context.ts';
import { inRounds, type Rounds } from '../../worker/rounds.ts';
import { startReport } from './start-report.ts';

const atOnceMax = 200;

/**
 * Tries the reports whose incident does not run yet, oldest first, again and again. The first that finds the engine
 * away ends the round: the others would only wait for the same.
 */
export function retryInbox(
  context: ApiContext,
  options: { readonly everyMilliseconds: number; readonly onError: (error: unknown) => void },
): Rounds {
  return inRounds((isStopped) => retryOnce(context, { ...options, isStopped }), {
    ...options,
    pausesFirst: true,
  });
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
