import type { LogEntry } from '../../model/log-entry.ts';
import type { TakenReport } from '../queries/write-rows.ts';

/**
 * The reports that entries speak of: they leave the inbox, also where the API ended before it could take them out. One
 * that is spoken of twice was taken the first time.
 */
export const takenReports = (incident: string, entries: readonly LogEntry[]): TakenReport[] => {
  const taken = new Map<string, TakenReport>();
  for (const { data } of entries) {
    if (data.kind !== 'started' && data.kind !== 'joined') continue;
    if (!taken.has(data.report)) {
      taken.set(data.report, { id: data.report, status: data.kind, incident });
    }
  }
  return [...taken.values()];
};
