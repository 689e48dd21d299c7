import type { ApiContext } from '../api-context.ts';

/** Writes into the API's own chained log that somebody read what a standard protects. */
export async function recordProtectedReading(
  { store, clock }: Pick<ApiContext, 'store' | 'clock'>,
  reading: {
    readonly person: string;
    readonly incidents: readonly string[];
    readonly what: 'incident' | 'incidents' | 'dossier' | 'prompts' | 'notices';
  },
): Promise<void> {
  if (reading.incidents.length === 0) return;
  await store.apiLog.append('read-protected', reading, clock.now());
}
