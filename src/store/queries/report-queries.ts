import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Reports } from '../ports/reports.ts';
import { reportFrom, reportName } from './report-row.ts';
import { skipNumbers, takeReport } from './take-report.ts';

const errorLengthMax = 500;

/** The inbox in a database. */
export function reportQueries({ db, unreadable, write }: Database): Reports {
  return {
    ...reportReads({ db, unreadable }),
    ...reportGiving({ db }),

    take: (report) => write((writing) => takeReport(writing, report)),

    skipNumbers: (localDates, count) =>
      write(async (writing) => {
        for (const date of localDates) await skipNumbers(writing.db, date, count);
      }),

    async decided(id, { incident, procedure, release, decision, instead }) {
      const { numUpdatedRows } = await db
        .updateTable('reports')
        .set({
          incident,
          procedure,
          release,
          decision: decision === undefined ? null : JSON.stringify(decision),
        })
        .where('id', '=', id)
        .where((where) =>
          where.or([
            where('incident', 'is', null),
            where('incident', 'in', [incident, ...(instead === undefined ? [] : [instead])]),
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    started: (id, { incident, joined }) =>
      write(async ({ db, announce }) => {
        const row = await db
          .updateTable('reports')
          .set({ status: joined ? 'joined' : 'started', incident, last_error: null })
          .where('id', '=', id)
          .returning('received')
          .executeTakeFirstOrThrow();
        await announce({ at: row.received, incident, report: id, noticed: false });
      }),

    async failed(id, at, error) {
      await db
        .updateTable('reports')
        .set({
          attempts: sql<number>`attempts + 1`,
          last_tried: at,
          last_error: error.replaceAll('\0', '').slice(0, errorLengthMax),
        })
        .where('id', '=', id)
        .execute();
    },
  };
}

function reportGiving({ db }: Pick<Database, 'db'>): Pick<Reports, 'give' | 'takeBack'> {
  const inbox = (id: string) =>
    db.updateTable('reports').where('id', '=', id).where('status', '=', 'inbox');
  return {
    async give(id, incident) {
      const { numUpdatedRows } = await inbox(id)
        .set({ incident, procedure: null, release: null, decision: null })
        .where((where) =>
          where.or([where('incident', 'is', null), where('incident', '=', incident)]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async takeBack(id, incident) {
      await inbox(id).set({ incident: null }).where('incident', '=', incident).execute();
    },
  };
}

function reportReads({
  db,
  unreadable,
}: Pick<Database, 'db' | 'unreadable'>): Pick<
  Reports,
  'get' | 'byKey' | 'ofIncident' | 'firstOf' | 'toRetry' | 'latest'
> {
  const reports = () => db.selectFrom('reports').selectAll();
  return {
    async get(id) {
      const row = await reports().where('id', '=', id).executeTakeFirst();
      return row && unreadable.one(row, reportName(row), reportFrom);
    },

    async byKey(sender, key) {
      const row = await reports()
        .where('sender', '=', sender)
        .where('idempotency_key', '=', key)
        .executeTakeFirst();
      return row && unreadable.one(row, reportName(row), reportFrom);
    },

    async ofIncident(incident) {
      const rows = await reports()
        .where('incident', '=', incident)
        .orderBy('received')
        .orderBy('id')
        .execute();
      return unreadable.each(rows, reportName, reportFrom);
    },

    async firstOf(incidents) {
      const rows = await reports()
        .distinctOn('incident')
        .where(sql<boolean>`incident = any(${[...incidents]}::text[])`)
        .orderBy('incident')
        .orderBy('received')
        .orderBy('id')
        .execute();
      const first = unreadable.each(rows, reportName, reportFrom);
      return new Map(first.map((report) => [report.incident ?? '', report]));
    },

    async toRetry({ triedBefore, limit }) {
      const rows = await reports()
        .where('status', '=', 'inbox')
        .where((where) =>
          where.or([where('last_tried', 'is', null), where('last_tried', '<', triedBefore)]),
        )
        .orderBy('received')
        .orderBy('id')
        .limit(limit)
        .execute();
      return unreadable.each(rows, reportName, reportFrom);
    },

    async latest({ units, limit }) {
      const rows = await reports()
        .$if(units !== undefined, (query) =>
          query.where(sql<boolean>`unit = any(${[...units!]}::text[])`),
        )
        .orderBy('received', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return unreadable.each(rows, reportName, reportFrom);
    },
  };
}
