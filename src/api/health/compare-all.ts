import { setTimeout as sleep } from 'node:timers/promises';
import { compareLogs, type ComparedParts } from '../../worker/client/compare-logs.ts';
import type { Store } from '../../store/store.ts';
import { eachOf } from './each-of.ts';
import type { IncidentWatch } from './watch-incidents.ts';

const pageMax = 25;
const atOnceMax = 2;
const pauseMilliseconds = 15_000;

/**
 * Compares the log of every incident that was open at the start with its procedure's, some at a time: to ask wakes the
 * procedure, and acts come first. What does not fit is suspect; what does not answer now is asked before its next act.
 */
export function compareAll(
  {
    gateway,
    store,
    watch,
  }: {
    readonly gateway: ComparedParts['gateway'];
    readonly store: Store;
    readonly watch: Pick<IncidentWatch, 'suspect'>;
  },
  onError: (error: unknown) => void,
): { stop(): void } {
  const ended = new AbortController();
  const { signal } = ended;
  const compare = async (incident: string): Promise<void> => {
    if (signal.aborted) return;
    const misfit = await compareLogs({ gateway, store }, incident).catch(() => undefined);
    if (misfit !== undefined) watch.suspect(incident);
  };
  const compareEach = async (): Promise<void> => {
    for (let cursor = ''; ;) {
      await sleep(pauseMilliseconds, undefined, { ref: false, signal });
      const ids = await store.incidents.openAfter(cursor, pageMax);
      await eachOf(ids, atOnceMax, compare);
      if (ids.length < pageMax) return;
      cursor = ids.at(-1) ?? '';
    }
  };
  void compareEach().catch((error: unknown) => {
    if (!signal.aborted) onError(error);
  });
  // A procedure that is being asked may answer late or never: nobody waits for it.
  return { stop: () => ended.abort() };
}
