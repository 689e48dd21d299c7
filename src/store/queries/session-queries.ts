import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Sessions } from '../ports/sessions.ts';
import { personFrom } from './person-row.ts';

// An update waits for the disk, and a busy officer sends several requests a minute.
const markedTimesAnIdleMax = 60;

/** Sessions in a database. */
export function sessionQueries({ db }: Database): Sessions {
  return {
    async begin({ tokenHash, person, created, expires }) {
      await db
        .insertInto('sessions')
        .values({ token_hash: tokenHash, person, created, last_seen: created, expires })
        .execute();
    },

    async seen(tokenHash, { now, idleMax }) {
      const row = await db
        .selectFrom('sessions')
        .leftJoin('people', 'people.id', 'sessions.person')
        .selectAll('sessions')
        .select(sql<string | null>`to_json(people)::text`.as('holder'))
        .where('token_hash', '=', tokenHash)
        .where('expires', '>', now)
        .where('last_seen', '>=', now - idleMax)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { person, created, last_seen: before, expires, holder } = row;
      const session = {
        tokenHash,
        person,
        created,
        expires,
        ...(holder !== null && { holder: personFrom(JSON.parse(holder)) }),
      };
      if (now - before < idleMax / markedTimesAnIdleMax) return { ...session, lastSeen: before };
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ last_seen: now })
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      // It may have been ended since it was read.
      return numUpdatedRows === 0n ? undefined : { ...session, lastSeen: now };
    },

    async runs(tokenHash, { now, idleMax }) {
      const row = await db
        .selectFrom('sessions')
        .select('person')
        .where('token_hash', '=', tokenHash)
        .where('expires', '>', now)
        .where('last_seen', '>=', now - idleMax)
        .executeTakeFirst();
      return row !== undefined;
    },

    async end(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    async endAllOf(person) {
      await db.deleteFrom('sessions').where('person', '=', person).execute();
    },

    async sweep(now) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('expires', '<=', now)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
