import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../store/store.ts';
import type { IncidentWatch } from './watch-incidents.ts';

const atOnce = 25;
const pauseMilliseconds = 15_000;

/**
 * Has the watch ask every incident that was open at the start whether its log fits, some at a time: to ask wakes its
 * procedure, and acts come first.
 */
export function compareAll(
  { store, watch }: { readonly store: Store; readonly watch: Pick<IncidentWatch, 'suspect'> },
  onError: (error: unknown) => void,
): { stop(): void } {
  const ended = new AbortController();
  const { signal } = ended;
  const compare = async (): Promise<void> => {
    for (let cursor = ''; ;) {
      await sleep(pauseMilliseconds, undefined, { ref: false, signal });
      const ids = await store.incidents.openAfter(cursor, atOnce);
      for (const id of ids) watch.suspect(id);
      if (ids.length < atOnce) return;
      cursor = ids.at(-1) ?? '';
    }
  };
  void compare().catch((error: unknown) => {
    if (!signal.aborted) onError(error);
  });
  return { stop: () => ended.abort() };
}
