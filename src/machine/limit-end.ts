import type { Calendar } from '../model/calendar.ts';
import { addMonths } from '../model/civil-date.ts';
import type { Instant } from '../model/instant.ts';
import type { Limit } from '../model/limit.ts';
import { endOfDay, isWorkday, localDay } from '../procedure/local-time.ts';

/** The settings that a limit needs besides its anchor. */
export interface LimitContext {
  readonly calendar: Calendar;
  /** A limit on holding a person is never moved off a holiday. */
  readonly custody: boolean;
  readonly graceMilliseconds: number;
}

/**
 * The last instant within a limit that counts from an anchor.
 *
 * Days leave out the day on which they begin and end at 24:00 local time, moved to the next
 * working day unless it is a custody limit.
 */
export const limitEnd = (limit: Limit, anchor: Instant, context: LimitContext): Instant => {
  const { calendar } = context;
  switch (limit.kind) {
    case 'exact':
      return anchor + limit.milliseconds;
    case 'grace':
      return anchor + context.graceMilliseconds;
    case 'days':
      return endOfDay(calendar, settle(localDay(calendar, anchor) + limit.days, context));
    case 'months':
      return endOfDay(
        calendar,
        settle(addMonths(localDay(calendar, anchor), limit.months), context),
      );
    case 'working-days': {
      let day = localDay(calendar, anchor);
      for (let left = limit.days; left > 0;) {
        day += 1;
        if (isWorkday(calendar, day)) left -= 1;
      }
      return endOfDay(calendar, day);
    }
  }
};

const settle = (day: number, { calendar, custody }: LimitContext): number => {
  if (custody) return day;
  let settled = day;
  while (!isWorkday(calendar, settled)) settled += 1;
  return settled;
};
