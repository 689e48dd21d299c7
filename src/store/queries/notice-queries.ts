import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { NoticeRecord, Notices } from '../ports/notices.ts';
import type { NoticeTable } from '../tables.ts';
import { parseObject } from './parse-json.ts';
import { holdsRole } from './holds-role.ts';
import { readable } from './readable.ts';

/** Notices in a database. */
export function noticeQueries({ db, unreadable }: Database): Notices {
  return {
    async of({ actor, settings, unseen = false, incident, among, from = 1, limit }) {
      const role = sql`notices.role`;
      const { rows } = await sql<NoticeTable & { readonly seen: boolean }>`
        select notices.*, notice_seen.notice is not null as seen
        from notices
        join incidents on incidents.id = notices.incident
        left join bindings on bindings.incident = notices.incident and bindings.role = notices.role
        left join notice_seen on notice_seen.notice = notices.id and notice_seen.person = ${actor.person}
        where ${holdsRole(actor, settings, role)} and ${readable(actor)}
          and ${unseen ? sql`notice_seen.notice is null` : sql`true`}
          and ${among === undefined ? sql`true` : sql`notices.id = any(${[...among]}::text[])`}
          and notices.seq >= ${from}
          and ${incident === undefined ? sql`true` : sql`notices.incident = ${incident}`}
        order by notices.at desc, notices.incident, notices.seq desc, notices.role
        limit ${limit}`.execute(db);
      const name = ({ id }: NoticeTable) => `notices ${id}`;
      return unreadable.each(rows, name, ({ data, ...row }) => ({
        ...row,
        data: parseObject<NoticeRecord['data']>(data, 'kind'),
      }));
    },

    async seen(ids, person, at) {
      if (ids.length === 0) return;
      await db
        .insertInto('notice_seen')
        .values([...new Set(ids)].map((notice) => ({ notice, person, at })))
        .onConflict((conflict) => conflict.columns(['notice', 'person']).doNothing())
        .execute();
    },
  };
}
