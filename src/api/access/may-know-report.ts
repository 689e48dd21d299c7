import type { AccessActor } from './access-actor.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';

/** True where an actor may know of a report by itself: who sent it, and who reads for the unit that it was made for. */
export const mayKnowReport = (
  { person, unit, access }: AccessActor,
  report: Pick<ReportRecord, 'sender' | 'unit'>,
): boolean =>
  report.sender === person || report.unit === unit || access.reads.includes(report.unit);
