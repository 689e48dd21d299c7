import type { Store } from '../../src/store/store.ts';
import { reportTexts, type ErasureTarget } from '../../src/store/ports/erasures.ts';

/** Takes something of an incident out of the rows, as an erasure that was agreed to does. */
export const eraseRows = (
  store: Store,
  target: Pick<ErasureTarget, 'incident'> & Partial<ErasureTarget>,
  at = 99,
): Promise<void> =>
  store.erasures.erase(
    'E-test',
    { values: [], acts: [], facts: [], reports: [], files: [], fileNames: [], ...target },
    at,
  );

/** All that a report says of persons. */
export const wholeReport = (id: string, facts: readonly string[] = []) => ({
  id,
  texts: reportTexts,
  facts,
});
