import { chinaOffsetMinutes } from '../../model/china-time.ts';
import type { Instant } from '../../model/instant.ts';
import { readMoment, readTimeOfDay, type TimeReading } from '../../model/read-time.ts';

/** When a report of a file came: at an instant, or at a time of whichever day it is told on. */
export type ReportTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'time-of-day'; readonly minutes: number };

/** Reads when a report came: `2026-03-02T22:00` by the bureau's clocks, such a moment with its offset, or only `22:00`. */
export function readReportTime(text: string): TimeReading<ReportTime> {
  if (text.slice(0, 3).includes(':')) {
    const { value: minutes, fault } = readTimeOfDay(text);
    return fault ? { fault } : { value: { kind: 'time-of-day', minutes } };
  }
  const { value: at, fault } = readMoment(text, chinaOffsetMinutes);
  return fault ? { fault } : { value: { kind: 'instant', at } };
}

/** Minutes after midnight where a report that was read says no date; nothing where it does or says no time. */
export function timeOfDayOf(text: string | undefined): number | undefined {
  const time = text === undefined ? undefined : readReportTime(text).value;
  return time?.kind === 'time-of-day' ? time.minutes : undefined;
}
