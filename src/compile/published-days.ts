import chineseDays from 'chinese-days';

/** Days on which work differs from the week's rhythm, as local dates. */
export interface PublishedDays {
  /** Weekdays off. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly workdays: readonly string[];
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
  const dates = datesOf(last - yearsBack, last);
  return {
    holidays: dates.filter((date) => !isWeekend(date) && !detailOf(date).work),
    workdays: dates.filter((date) => isWeekend(date) && detailOf(date).work),
  };
}

// A day of the notice has a name of three parts, `New Year's Day,元旦,1`; other days are called `Thursday`.
const isPublished = (year: number) => detailOf(`${year}-01-01`).name.includes(',');

// The package reads a bare date as UTC and answers in the machine's zone. Noon without a zone is the same day anywhere.
const detailOf = (date: string) => chineseDays.getDayDetail(`${date}T12:00:00`);

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

function datesOf(from: number, to: number): readonly string[] {
  const dates: string[] = [];
  const day = new Date(Date.UTC(from, 0, 1));
  for (; day.getUTCFullYear() <= to; day.setUTCDate(day.getUTCDate() + 1)) {
    dates.push(day.toISOString().slice(0, 10));
  }
  return dates;
}
