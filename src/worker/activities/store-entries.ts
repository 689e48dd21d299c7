import type { Unstored } from '../../../workflows/messages.ts';
import type { Store } from '../../store/store.ts';

/** Writes what the API did not: entries of timers, and of acts whose API died before it could. */
export const storeEntries = async (
  store: Store,
  incident: string,
  { entries, personal, receipts }: Unstored,
): Promise<void> => {
  const written = await store.log.append({ incident, entries, personal, receipts });
  // INVARIANT: the workflow keeps every entry until the store has confirmed it, so there cannot be a gap.
  if (!written.written)
    throw new Error(`the store has the log of ${incident} only up to ${written.last}`);
};
