import { sql } from 'kysely';
import type { Writing } from '../database.ts';

/** Keeps other writers away from an incident until the end of the transaction. */
export async function lockIncident(db: Writing['db'], incident: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`incident ${incident}`}, 0))`.execute(
    db,
  );
}
