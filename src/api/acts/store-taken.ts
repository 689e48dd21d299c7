import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedReceipt } from '../../model/signed-receipt.ts';
import { signReceipts } from '../../worker/sign-receipts.ts';
import type { ActOutcome } from '../../worker/client/procedure-gateway.ts';
import type { Until } from '../../store/ports/until.ts';
import type { ApiContext } from '../api-context.ts';

const triesMax = 30;
const pauseMilliseconds = 50;

/** The outcome of writing an act down. */
export interface Storing {
  /** False where the entries are not there yet. */
  readonly stored: boolean;
  /** The receipt of the act, as it is signed. */
  readonly receipt: SignedReceipt;
}

/**
 * Writes what an act brought about into the store before it is answered, so that who reads after the answer sees it.
 * Where earlier entries are not there yet (a timer's, another API's), the workflow's own flush brings them: it is
 * waited for briefly. The act is taken either way; the flush would write these entries too, but not those of a beginning.
 */
export async function storeTaken(
  context: Pick<ApiContext, 'store' | 'signer'>,
  incident: string,
  outcome: Extract<ActOutcome, { taken: true }>,
  until?: Until,
): Promise<Storing> {
  const { store, signer } = context;
  const { entries, personal, receipt } = outcome;
  const receipts = signReceipts(incident, outcome, signer);
  const batch = { incident, entries, personal, receipts };
  for (let tries = 0; tries < triesMax; tries += 1) {
    const appending = await store.log.append(batch, until);
    if (appending.written && appending.last >= receipt.seq) {
      const own = receipts.find(({ act }) => act === receipt.act);
      const isFirst = receipt.seq > appending.last - appending.fresh;
      return {
        stored: true,
        receipt: isFirst && own ? own : await kept(context, incident, outcome),
      };
    }
    await sleep(pauseMilliseconds);
  }
  return { stored: false, receipt: await kept(context, incident, outcome) };
}

// The first signature of a receipt is the one that stays: where somebody else wrote it, theirs is given out.
async function kept(
  { store, signer }: Pick<ApiContext, 'store' | 'signer'>,
  incident: string,
  { entries, receipt }: Pick<Extract<ActOutcome, { taken: true }>, 'entries' | 'receipt'>,
): Promise<SignedReceipt> {
  const known = await store.log.receipt(incident, receipt.act);
  if (known) return known;
  const all = [...(await store.log.of(incident)), ...entries];
  return signReceipts(incident, { entries: all, receipts: [receipt] }, signer)[0]!;
}
