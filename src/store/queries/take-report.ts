import { sql } from 'kysely';
import { isSameContent } from '../../model/is-same-content.ts';
import type { Writing } from '../database.ts';
import type { NewReportRecord, ReportTaking } from '../ports/reports.ts';
import { reportFrom, rowOfReport } from './report-row.ts';

/** Keeps a report under the next number of its day, or finds it where it was taken before. */
export async function takeReport(
  { db, announce }: Writing,
  report: NewReportRecord,
): Promise<ReportTaking> {
  const { sender, idempotencyKey } = report;
  const lock = JSON.stringify(['report', sender, idempotencyKey]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const taken = await db
    .selectFrom('reports')
    .selectAll()
    .where('sender', '=', sender)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  if (taken && !isSameContent(taken.digest, report)) {
    return { taken: false, code: 'key-reused', report: taken.id };
  }
  if (taken) return { taken: true, fresh: false, report: reportFrom(taken) };
  const row = await db
    .insertInto('reports')
    .values(rowOfReport(await nextNumber(db, report.localDate), report))
    .returningAll()
    .executeTakeFirstOrThrow();
  await announce({ at: report.received, report: row.id, noticed: false });
  return { taken: true, fresh: true, report: reportFrom(row) };
}

// Not a sequence: it begins anew each day, and a number is missing only where a report is.
/** Leaves out so many numbers of a local date. */
export async function skipNumbers(
  db: Writing['db'],
  localDate: string,
  count: number,
): Promise<void> {
  await db
    .insertInto('report_numbers')
    .values({ day: localDate.replaceAll('-', ''), last: count })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ last: sql<number>`report_numbers.last + ${count}` }),
    )
    .execute();
}

async function nextNumber(db: Writing['db'], localDate: string): Promise<string> {
  const day = localDate.replaceAll('-', '');
  const { last } = await db
    .insertInto('report_numbers')
    .values({ day, last: 1 })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({ last: sql<number>`report_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `R${day}-${String(last).padStart(6, '0')}`;
}
