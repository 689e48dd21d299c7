import type { Calendar } from '../model/calendar.ts';
import { dateOfDay, weekdayOf } from '../model/civil-date.ts';
import type { Instant } from '../model/instant.ts';
import { writeLocal } from '../model/write-moment.ts';

const dayMilliseconds = 86_400_000;

/** Where a bureau's clocks stand. */
type Place = Pick<Calendar, 'utcOffsetMinutes'>;

/** Days since 1970-01-01 of the local date at an instant. */
export const localDay = (calendar: Place, at: Instant): number =>
  Math.floor((at + calendar.utcOffsetMinutes * 60_000) / dayMilliseconds);

/** The local date `2026-10-01` at an instant. */
export const localDate = (calendar: Place, at: Instant): string =>
  dateOfDay(localDay(calendar, at));

/** An instant as stories write it: `2026-03-02T22:00`, with seconds where there are any. */
export const localTime = (calendar: Place, at: Instant): string => {
  const text = writeLocal(at, calendar.utcOffsetMinutes).slice(0, 19);
  return text.endsWith(':00') ? text.slice(0, 16) : text;
};

/** The instant at which a local day ends (24:00). */
export const endOfDay = (calendar: Place, day: number): Instant =>
  (day + 1) * dayMilliseconds - calendar.utcOffsetMinutes * 60_000;

/** True where the bureau works on a day: weekdays that are no holidays, and weekends that are worked. */
export const isWorkday = (calendar: Calendar, day: number): boolean => {
  const date = dateOfDay(day);
  if (calendar.workdays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
};
