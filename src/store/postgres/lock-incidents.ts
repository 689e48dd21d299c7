import { sql } from 'kysely';
import type { Writing } from '../database.ts';

/**
 * Keeps other writers away from incidents until the end of the transaction. Everybody locks in the same order, or two
 * could wait for each other for ever.
 */
export async function lockIncidents(
  db: Writing['db'],
  incidents: readonly string[],
): Promise<void> {
  const keys = incidents.map((incident) => `incident ${incident}`).sort();
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
  }
}
