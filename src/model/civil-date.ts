/** A date of the Gregorian calendar. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

// Civil calendar arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms":
// eras of 400 years, years that begin in March. Written out because Date is not to be used in replayed code.

/** The date of a day that is counted from 1970-01-01. */
export function civilDate(day: number): CivilDate {
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
}

/** Days from 1970-01-01 to a date. A date that the month does not have counts on into the next one. */
export function dayOfCivil({ year, month, date }: CivilDate): number {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The same date so many months later, the last of the month where it has no such date. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = civilDate(day);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (index % 12) + 1 };
  const first = dayOfCivil({ ...target, date: 1 });
  const following = dayOfCivil({
    year: Math.floor((index + 1) / 12),
    month: ((index + 1) % 12) + 1,
    date: 1,
  });
  return first + Math.min(date, following - first) - 1;
}

/** The day of the week of a day number; Sunday is 0. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** `2026-10-01` of a day number. */
export function dateOfDay(day: number): string {
  const { year, month, date } = civilDate(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(date, 2)}`;
}

const digits = (number: number, width: number): string => String(number).padStart(width, '0');
