import chineseDays from 'chinese-days';
import { dateOfDay, dayOfCivil, weekdayOf } from '../model/civil-date.ts';

/** Days on which work differs from the week's rhythm, as local dates. */
export interface PublishedDays {
  /** Weekdays off. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workdays: readonly string[];
  /** The last day that they say anything of. */
  readonly until: string;
}

const yearsBack = 2;
const firstYear = 2008;
let kept: PublishedDays | undefined;

/** The mainland's holidays and made-up working days, from two years before the last published year to its end. */
export function publishedDays(): PublishedDays {
  kept ??= collect();
  return kept;
}

function collect(): PublishedDays {
  let last = firstYear;
  while (isPublished(last + 1)) last += 1;
  const first = dayOfCivil({ year: last - yearsBack, month: 1, date: 1 });
  const end = dayOfCivil({ year: last + 1, month: 1, date: 1 });
  const days = Array.from({ length: end - first }, (_each, index) => first + index);
  const worked = (day: number) => detailOf(dateOfDay(day)).work;
  return {
    holidays: days.filter((day) => !isWeekend(day) && !worked(day)).map(dateOfDay),
    workdays: days.filter((day) => isWeekend(day) && worked(day)).map(dateOfDay),
    until: dateOfDay(end - 1),
  };
}

// A day of the notice has a name of three parts, `New Year's Day,元旦,1`; other days are called `Thursday`.
const isPublished = (year: number) => detailOf(`${year}-01-01`).name.includes(',');

// The package reads a bare date as UTC and answers in the machine's zone. Noon without a zone is the same day anywhere.
const detailOf = (date: string) => chineseDays.getDayDetail(`${date}T12:00:00`);

const isWeekend = (day: number) => [0, 6].includes(weekdayOf(day));
