import type { Unstored } from '../../../workflows/messages.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { Store } from '../../store/store.ts';
import { signReceipts } from '../sign-receipts.ts';

/** Writes what the API did not: entries of timers, and of acts whose API died before it could. */
export const storeEntries = async (
  { store, signer }: { readonly store: Store; readonly signer: StatementSigner },
  incident: string,
  unstored: Unstored,
): Promise<void> => {
  const { entries, personal } = unstored;
  const receipts = signReceipts(incident, unstored, signer);
  const written = await store.log.append({ incident, entries, personal, receipts });
  // INVARIANT: the workflow keeps every entry until the store has confirmed it, so there cannot be a gap.
  if (!written.written)
    throw new Error(`the store has the log of ${incident} only up to ${written.last}`);
};
