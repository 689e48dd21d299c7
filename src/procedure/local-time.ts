import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';

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
  const day = localDay(calendar, at);
  const seconds = Math.floor((at + calendar.utcOffsetMinutes * 60_000) / 1000) - day * 86_400;
  const [hour, minute, second] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((number) =>
    String(Math.floor(number)).padStart(2, '0'),
  );
  return `${dateOfDay(day)}T${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
};

/** The instant at which a local day ends (24:00). */
export const endOfDay = (calendar: Place, day: number): Instant =>
  (day + 1) * dayMilliseconds - calendar.utcOffsetMinutes * 60_000;

/** `2026-10-01` of a day number. */
export const dateOfDay = (day: number): string => {
  const { year, month, date } = civil(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

/** Whether the bureau works on a day: weekdays that are no holidays, and weekends that are worked. */
export const isWorkday = (calendar: Calendar, day: number): boolean => {
  const date = dateOfDay(day);
  if (calendar.workdays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
};

/** The same date so many months later, the last of the month where it has no such date. */
export const addMonths = (day: number, months: number): number => {
  const { year, month, date } = civil(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const first = dayOfCivil(target.year, target.month, 1);
  const following = dayOfCivil(Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1);
  return first + Math.min(date, following - first) - 1;
};

// Civil calendar arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms":
// eras of 400 years, years that begin in March. Written out because Date is not to be used in replayed code.
const civil = (day: number): { year: number; month: number; date: number } => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

const dayOfCivil = (year: number, month: number, date: number): number => {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};
