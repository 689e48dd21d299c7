import type { Insertable, Selectable } from 'kysely';
import type { LogEntry } from '../../model/log-entry.ts';
import type { LogEntryTable } from '../tables.ts';
import { parseObject } from './parse-json.ts';

/** An entry's row by its table and key. */
export const entryName = ({ incident, seq }: Pick<LogEntryTable, 'incident' | 'seq'>): string =>
  `log_entries ${incident} ${seq}`;

/** An entry as its row has it: with the same members as when it was hashed. */
export function entryFrom(row: Selectable<LogEntryTable>): LogEntry {
  return {
    seq: row.seq,
    at: row.at,
    recorded: row.recorded,
    ...(row.step !== null && { step: row.step }),
    ...(row.occurrence !== null && { occurrence: row.occurrence }),
    ...(row.by !== null && { by: row.by }),
    ...(row.act !== null && { act: row.act }),
    data: parseObject<LogEntry['data']>(row.data, 'kind'),
    previous: row.previous,
    hash: row.hash,
  };
}

/** The row of an entry. */
export function rowOfEntry(incident: string, entry: LogEntry): Insertable<LogEntryTable> {
  const { seq, at, recorded, step, occurrence, by, act, data, previous, hash } = entry;
  return {
    incident,
    seq,
    at,
    recorded,
    step: step ?? null,
    occurrence: occurrence ?? null,
    by: by ?? null,
    act: act ?? null,
    kind: data.kind,
    data: JSON.stringify(data),
    previous,
    hash,
  };
}
