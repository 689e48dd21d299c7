import { isTimeOfDay, type ToldReport } from '../reports/told-report.ts';

const dayMilliseconds = 86_400_000;
// China's one time, in which files state times of day.
const offsetMilliseconds = 8 * 3_600_000;

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
    if (report.at === undefined || !isTimeOfDay(report.at)) return { sent };
    const first = event === undefined ? undefined : begun.get(event);
    const at = next(report.at, first ?? now);
    if (event !== undefined && first === undefined) begun.set(event, at);
    return { sent, at };
  });
  return timed.toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

/** The next instant, not before `from`, at which a bureau's clock shows a time of day. */
function next(timeOfDay: string, from: number): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  const local = from + offsetMilliseconds;
  const midnight = local - (local % dayMilliseconds);
  const today = midnight + (hours * 60 + minutes) * 60_000;
  return (today < local ? today + dayMilliseconds : today) - offsetMilliseconds;
}
