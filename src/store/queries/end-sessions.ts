import { sql } from 'kysely';
import type { Writing } from '../database.ts';

/** Ends the sessions of some people and tells it, so that their open event streams end with them. */
export async function endSessions(
  { db, announce }: Writing,
  people: readonly string[],
): Promise<void> {
  const ended = await db
    .deleteFrom('sessions')
    .where(sql<boolean>`person = any(${[...people]}::text[])`)
    .returning(['person', 'created'])
    .execute();
  for (const person of new Set(ended.map((session) => session.person))) {
    const at = Math.max(...ended.map(({ created }) => created));
    await announce({ at, noticed: false, standing: person });
  }
}
