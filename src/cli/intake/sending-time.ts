import { chinaOffsetMinutes } from '../../model/china-time.ts';
import { timeOfDayOf } from '../reports/report-time.ts';
import type { ToldReport } from '../reports/told-report.ts';

const dayMilliseconds = 86_400_000;
const offsetMilliseconds = chinaOffsetMinutes * 60_000;

/** A thing to send and the domain instant for it; at once where there is none. */
export interface Timed<T> {
  readonly sent: T;
  readonly at?: number;
}

/**
 * When each of a day's reports is to be sent: at its time of day, from now on, so that a day which begins at noon ends
 * at noon. Who tells more of an event comes after who told of it first. Without a time of day it is sent at once.
 */
export function sendingTimes<T extends { readonly told: ToldReport }>(
  all: readonly T[],
  now: number,
): readonly Timed<T>[] {
  const begun = new Map<string, number>();
  const timed = all.map((sent): Timed<T> => {
    const { report, event } = sent.told;
    const minutes = timeOfDayOf(report.at);
    if (minutes === undefined) return { sent };
    const first = event === undefined ? undefined : begun.get(event);
    const at = next(minutes, first ?? now);
    if (event !== undefined && first === undefined) begun.set(event, at);
    return { sent, at };
  });
  return timed.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

/** The next instant, not before `from`, at which a bureau's clock shows a time of day. */
function next(minutes: number, from: number): number {
  const local = from + offsetMilliseconds;
  const midnight = local - (local % dayMilliseconds);
  const today = midnight + minutes * 60_000;
  return (today < local ? today + dayMilliseconds : today) - offsetMilliseconds;
}
