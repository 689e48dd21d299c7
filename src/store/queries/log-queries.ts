import type { SignedReceipt } from '../../model/signed-receipt.ts';
import type { Database } from '../database.ts';
import type { Log } from '../ports/log.ts';
import { hashesAt, logExtent, logHeads } from './log-heads.ts';
import { entryFrom, entryName } from './log-row.ts';
import { writeApart, writeTogether } from './log-writing.ts';
import { personalFrom } from './personal-row.ts';
import { rebuild } from './rebuild.ts';

/** The logs in a database. */
export function logQueries(database: Database): Log {
  const { db, unreadable } = database;
  return {
    append: database.isSingle ? writeTogether(database) : writeApart(database),

    async lastSeq(incident) {
      const last = await db
        .selectFrom('log_entries')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('incident', '=', incident)
        .executeTakeFirst();
      return last?.seq ?? 0;
    },

    extent: () => logExtent(db),

    heads: (incidents) => logHeads(db, incidents),

    hashesAt: (points) => hashesAt(db, points),

    async of(incident, from = 1) {
      const rows = await db
        .selectFrom('log_entries')
        .selectAll()
        .where('incident', '=', incident)
        .where('seq', '>=', from)
        .orderBy('seq')
        .execute();
      return unreadable.each(rows, entryName, entryFrom);
    },

    async receipt(incident, act) {
      const row = await db
        .selectFrom('receipts')
        .select('receipt')
        .where('incident', '=', incident)
        .where('act', '=', act)
        .executeTakeFirst();
      const name = `receipts ${incident} ${act}`;
      return row && unreadable.one(row, name, ({ receipt }) => JSON.parse(receipt));
    },

    async receipts(incident) {
      const rows = await db
        .selectFrom('receipts')
        .select('receipt')
        .where('incident', '=', incident)
        .execute();
      const receipts: SignedReceipt[] = rows.map(({ receipt }) => JSON.parse(receipt));
      return receipts.sort((a, b) => a.seq - b.seq || (a.act < b.act ? -1 : 1));
    },

    async personal(incident) {
      const rows = await db
        .selectFrom('personal_values')
        .select(['commitment', 'salt', 'fact', 'value'])
        .where('incident', '=', incident)
        .execute();
      return personalFrom(unreadable, incident, rows);
    },

    rebuild: (incident) => rebuild(database, incident),
  };
}
