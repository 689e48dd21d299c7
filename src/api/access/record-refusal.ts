import type { ApiContext } from '../api-context.ts';

/** Writes into the API's own chained log that somebody was refused something, and why. */
export async function recordRefusal(
  { store, clock }: Pick<ApiContext, 'store' | 'clock'>,
  refusal: {
    readonly person: string;
    readonly action: string;
    readonly code: string;
    readonly incident?: string;
    readonly step?: string;
  },
): Promise<void> {
  await store.apiLog.append('refused', refusal, clock.now());
}
