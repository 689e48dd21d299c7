import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

// PostgreSQL's code for `cannot connect now`: it starts up, or writes again what its log has after a crash.
const cannotConnectNow = '57P03';
const startsWithinMilliseconds = 60_000;
const pauseMilliseconds = 500;

/**
 * Waits for a server that says it is starting up, for a minute at most: after a crash it writes its log again, and a part
 * that ends because of it watches no limits until somebody starts it again. Any other error is thrown at once: where nothing
 * listens, the address may be wrong, and whoever started the part has to hear of it.
 */
export async function untilStarted(db: Kysely<Tables>): Promise<void> {
  const end = performance.now() + startsWithinMilliseconds;
  for (;;) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (!isStarting(error) || performance.now() > end) throw error;
      await sleep(pauseMilliseconds);
    }
  }
}

const isStarting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === cannotConnectNow;
