import { sql } from 'kysely';
import type { Writing } from '../database.ts';

/** Until the end of the transaction nobody else writes to this incident: it may not have a row yet to lock. */
export async function lockIncident(db: Writing['db'], incident: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`incident ${incident}`}, 0))`.execute(
    db,
  );
}
