import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { isDiskFull } from '../is-disk-full.ts';
import type { SeenSession, SessionMoment, Sessions } from '../ports/sessions.ts';
import type { Tables } from '../tables.ts';
import { endSessions } from './end-sessions.ts';
import { personFrom } from './person-row.ts';

// An update waits for the disk, and a busy officer sends several requests a minute.
const markedTimesAnIdleMax = 60;

/** Sessions in a database. */
export function sessionQueries({ db, write }: Database): Sessions {
  return {
    async begin({ tokenHash, person, created, expires, confirmed }) {
      await db
        .insertInto('sessions')
        .values({ token_hash: tokenHash, person, created, last_seen: created, expires, confirmed })
        .execute();
    },

    async seen(tokenHash, at) {
      const session = await look(db, tokenHash, at);
      const { now, idleMax } = at;
      if (!session || now - session.lastSeen < idleMax / markedTimesAnIdleMax) return session;
      const isThere = await mark(db, tokenHash, now);
      // It may have been ended since it was read.
      return isThere ? { ...session, lastSeen: now } : undefined;
    },

    look: (tokenHash, at) => look(db, tokenHash, at),

    async renew(before, { tokenHash, confirmed }) {
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ token_hash: tokenHash, confirmed })
        .where('token_hash', '=', before)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    end: (tokenHash) =>
      write(async ({ db, announce }) => {
        const ended = await db
          .deleteFrom('sessions')
          .where('token_hash', '=', tokenHash)
          .returning(['person', 'last_seen'])
          .executeTakeFirst();
        if (!ended) return;
        await announce({ at: ended.last_seen, noticed: false, standing: ended.person });
      }),

    endAllOf: (person) => write((writing) => endSessions(writing, [person])),

    async sweep(now) {
      const { numDeletedRows } = await db
        .deleteFrom('sessions')
        .where('expires', '<=', now)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function look(
  db: Kysely<Tables>,
  tokenHash: string,
  { now, idleMax }: SessionMoment,
): Promise<SeenSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .leftJoin('people', 'people.id', 'sessions.person')
    .leftJoin('accounts', 'accounts.person', 'sessions.person')
    .selectAll('sessions')
    .select('accounts.sample')
    .select(sql<string | null>`to_json(people)::text`.as('holder'))
    .where('token_hash', '=', tokenHash)
    .where('expires', '>', now)
    .where('last_seen', '>=', now - idleMax)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { person, created, last_seen: lastSeen, expires, confirmed, holder, sample } = row;
  return {
    tokenHash,
    person,
    created,
    lastSeen,
    expires,
    confirmed,
    sample: sample ?? false,
    ...(holder !== null && { holder: personFrom(JSON.parse(holder)) }),
  };
}

// A reader must not be signed out because the disk is full: the session then goes idle a little sooner.
async function mark(db: Kysely<Tables>, tokenHash: string, now: number): Promise<boolean> {
  try {
    const { numUpdatedRows } = await db
      .updateTable('sessions')
      .set({ last_seen: now })
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  } catch (error) {
    if (isDiskFull(error)) return true;
    throw error;
  }
}
