import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';
import type { RepeatSpec } from '../model/procedure-spec.ts';
import type { StepRow } from '../model/step-row.ts';
import { limitEnd } from './limit-end.ts';

const dayMilliseconds = 86_400_000;

/**
 * When the occurrence after the present one begins. Intervals are exact, days among them, so that "every 4h for 1d,
 * then 1d" keeps its time of day; months keep the date.
 */
export const nextOccurrence = (
  repeat: RepeatSpec,
  row: StepRow,
  calendar: Calendar,
): Instant | undefined => {
  if (row.began === undefined || row.beganFirst === undefined) return undefined;
  let spanEnd = row.beganFirst;
  for (const { limit, forMilliseconds } of repeat.every) {
    spanEnd = forMilliseconds === undefined ? Infinity : spanEnd + forMilliseconds;
    if (row.began >= spanEnd) continue;
    if (limit.kind === 'days') return row.began + limit.days * dayMilliseconds;
    return limitEnd(limit, row.began, { calendar, custody: true, graceMilliseconds: 0 });
  }
  return undefined;
};
