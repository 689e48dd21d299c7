import type { Selectable } from 'kysely';
import type { NewReportRecord, ReportRecord } from '../ports/reports.ts';
import type { ReportTable } from '../tables.ts';

/** The row of a new report. */
export function rowOfReport(id: string, report: NewReportRecord) {
  return {
    id,
    idempotency_key: report.idempotencyKey,
    sender: report.sender,
    digest: report.digest,
    channel: report.channel,
    at: report.at,
    received: report.received,
    unit: report.unit,
    zone: report.zone ?? null,
    handled_at: report.handledAt ?? null,
    text: report.text,
    place: report.place ?? null,
    reporter_name: report.reporter?.name ?? null,
    reporter_phone: report.reporter?.phone ?? null,
    facts: JSON.stringify(report.facts),
    incident: report.incident ?? null,
    ...(report.classified && {
      procedure: report.classified.procedure,
      release: report.classified.release,
      decision: JSON.stringify(report.classified.decision),
    }),
  };
}

/** A report's row by its table and key. */
export const reportName = ({ id }: Pick<ReportTable, 'id'>): string => `reports ${id}`;

/** A report as its row has it. */
export function reportFrom(row: Selectable<ReportTable>): ReportRecord {
  const { reporter_name: name, reporter_phone: phone } = row;
  const reporter = { ...(name !== null && { name }), ...(phone !== null && { phone }) };
  return {
    id: row.id,
    idempotencyKey: row.idempotency_key,
    sender: row.sender,
    digest: row.digest,
    channel: row.channel,
    at: row.at,
    received: row.received,
    unit: row.unit,
    ...(row.zone !== null && { zone: row.zone }),
    ...(row.handled_at !== null && { handledAt: row.handled_at }),
    ...(row.text !== null && { text: row.text }),
    ...(row.place !== null && { place: row.place }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
    facts: JSON.parse(row.facts),
    ...(row.erased !== null && { erased: row.erased }),
    status: row.status,
    ...(row.incident !== null && { incident: row.incident }),
    ...(row.procedure !== null && { procedure: row.procedure }),
    ...(row.release !== null && { release: row.release }),
    ...(row.decision !== null && { decision: JSON.parse(row.decision) }),
    attempts: row.attempts,
    ...(row.last_tried !== null && { lastTried: row.last_tried }),
    ...(row.last_error !== null && { lastError: row.last_error }),
  };
}
