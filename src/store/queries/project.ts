import type { LogEntry } from '../../model/log-entry.ts';
import type { Writing } from '../database.ts';
import { projectEntries } from '../projections/project-entries.ts';
import { storedProjections } from '../projections/stored-projections.ts';
import { writeProjections } from '../projections/write-projections.ts';
import { markReports } from './mark-reports.ts';

/** New entries of an incident, oldest first. */
export interface FreshEntries {
  readonly incident: string;
  readonly entries: readonly LogEntry[];
}

/** Reads entries onto the stored projections of their incidents. Says in which of them somebody was told something new. */
export async function project(
  db: Writing['db'],
  fresh: readonly FreshEntries[],
): Promise<ReadonlySet<string>> {
  if (fresh.length === 0) return new Set();
  const stored = await storedProjections(db, fresh);
  const noticed = await writeProjections(
    db,
    fresh.map(({ incident, entries }) => projectEntries(incident, entries, stored(incident))),
  );
  for (const { incident, entries } of fresh) await markReports(db, incident, entries);
  return noticed;
}
