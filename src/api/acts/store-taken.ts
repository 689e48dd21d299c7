import { setTimeout as sleep } from 'node:timers/promises';
import type { ActOutcome } from '../../worker/client/procedure-gateway.ts';
import type { Until } from '../../store/ports/until.ts';
import type { ApiContext } from '../api-context.ts';

const triesMax = 30;
const pauseMilliseconds = 50;

/**
 * Writes what an act brought about into the store before it is answered, so that who reads after the answer sees it.
 * Where earlier entries are not there yet (a timer's, another API's), the workflow's own flush brings them: it is
 * waited for briefly. The act is taken either way; the flush would write these entries too, but not those of a beginning.
 *
 * @returns false where they are not there yet
 */
export async function storeTaken(
  { store }: Pick<ApiContext, 'store'>,
  incident: string,
  outcome: Extract<ActOutcome, { taken: true }>,
  until?: Until,
): Promise<boolean> {
  const { entries, personal, receipt } = outcome;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const batch = { incident, entries, personal, receipts: [receipt] };
    const appending = await store.log.append(batch, until);
    if (appending.written && appending.last >= receipt.seq) return true;
    await sleep(pauseMilliseconds);
  }
  return false;
}
