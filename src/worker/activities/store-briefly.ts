import type { Unstored } from '../../../workflows/messages.ts';
import type { Store } from '../../store/store.ts';
import { storeEntries } from './store-entries.ts';

const brieflyMilliseconds = 3000;

/**
 * Writes what the API did not, within a workflow task: the incident waits for it, and so do decisions, once too many
 * hang on a store that does not answer. So it fails soon, and is done in another way.
 */
export const storeBriefly = async (
  store: Store,
  incident: string,
  unstored: Unstored,
): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the store did not answer within ${brieflyMilliseconds} ms`)),
      brieflyMilliseconds,
    );
  });
  try {
    await Promise.race([storeEntries(store, incident, unstored), tooLong]);
  } finally {
    clearTimeout(timer);
  }
};
