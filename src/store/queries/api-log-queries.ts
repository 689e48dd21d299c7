import { sql, type Kysely, type Selectable } from 'kysely';
import { chainStart, chainedHash } from '../chained-hash.ts';
import type { Database } from '../database.ts';
import type { ApiLog, ApiLogEntry } from '../ports/api-log.ts';
import type { ApiLogTable, Tables } from '../tables.ts';
import { verifyChain } from '../verify-chain.ts';

const readAtOnceMax = 1000;

/** The API's own log in a database. */
export function apiLogQueries({ db, unreadable, write }: Database): ApiLog {
  const read: ApiLog['read'] = async ({ from = 1, limit = readAtOnceMax } = {}) => {
    const rows = await db
      .selectFrom('api_log')
      .selectAll()
      .where('seq', '>=', from)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return unreadable.each(rows, ({ seq }) => `api_log ${seq}`, entryFrom);
  };

  return {
    read,

    head: () => lastOf(db),

    append: (kind, data, at) =>
      write(async ({ db }) => {
        await sql`select pg_advisory_xact_lock(hashtextextended('api log', 0))`.execute(db);
        const last = await lastOf(db);
        const text = JSON.stringify(data ?? null);
        // Hashed as it will be read back, so that a Date or an undefined in it does not break the chain.
        const linked = {
          seq: last.seq + 1,
          at,
          kind,
          data: JSON.parse(text) as unknown,
          previous: last.hash,
        };
        const hash = chainedHash(linked);
        await db
          .insertInto('api_log')
          .values({ ...linked, data: text, hash })
          .execute();
        return { ...linked, hash };
      }),

    async brokenAt({ after = 0, to = Infinity } = {}) {
      const [at] = after === 0 ? [] : await read({ from: after, limit: 1 });
      // Where the entry at `after` is gone, only the next one still has its hash, as `previous`.
      const hash = at?.seq === after ? at.hash : at?.previous;
      let before = { seq: after, hash: hash ?? chainStart };
      while (before.seq < to) {
        const limit = Math.min(readAtOnceMax, to - before.seq);
        const entries = await read({ from: before.seq + 1, limit });
        const last = entries.at(-1);
        if (last === undefined) return undefined;
        const broken = verifyChain(entries, before);
        if (broken) return broken;
        before = last;
      }
      return undefined;
    },
  };
}

async function lastOf(
  db: Kysely<Tables>,
): Promise<{ readonly seq: number; readonly hash: string }> {
  const last = await db
    .selectFrom('api_log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { seq: 0, hash: chainStart };
}

function entryFrom({ data, ...row }: Selectable<ApiLogTable>): ApiLogEntry {
  return { ...row, data: JSON.parse(data) };
}
