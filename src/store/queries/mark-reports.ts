import type { LogEntry } from '../../model/log-entry.ts';
import type { Writing } from '../database.ts';

/** Takes the reports that entries speak of out of the inbox: also where the API ended before it could. */
export async function markReports(
  db: Writing['db'],
  incident: string,
  entries: readonly LogEntry[],
): Promise<void> {
  for (const { data } of entries) {
    if (data.kind !== 'started' && data.kind !== 'joined') continue;
    await db
      .updateTable('reports')
      .set({ status: data.kind, incident, last_error: null })
      .where('id', '=', data.report)
      .where('status', '=', 'inbox')
      .execute();
  }
}
