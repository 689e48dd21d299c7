import { calendarEnds } from '../diagnostics/vocabulary-problems.ts';
import { limitEnd } from '../machine/limit-end.ts';
import { civilDate, dateOfDay } from '../model/civil-date.ts';
import { localDay } from '../procedure/local-time.ts';
import type { Instant } from '../model/instant.ts';
import type { Limit } from '../model/limit.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Catalog } from './catalog.ts';
import { inside } from './inside.ts';
import { publishedDays } from './published-days.ts';
import type { CalendarSource } from './vocabulary.ts';

/** From this day of December the next year's days off are known: they were published on the 8th at the latest so far. */
const nextYearKnown = 15;

/** Reports a calendar in force whose known holidays end before a limit that begins now. */
export function checkCalendarEnd(
  procedures: readonly ProcedureSpec[],
  { vocabulary, settings, report }: Catalog,
  now: Instant,
): void {
  const written = vocabulary.calendars[settings.calendar.id];
  if (written?.value.published !== 'chinese-days') return;
  const until = lastKnownDay(written.value);
  const graceMilliseconds = settings.graceMilliseconds;
  const context = { calendar: settings.calendar, custody: false, graceMilliseconds };
  // The days of a year are published in the last months of the one before: what ends later is known to nobody.
  const { year, month, date } = civilDate(localDay(settings.calendar, now));
  const isNextKnown = month === 12 && date >= nextYearKnown;
  const knowable = `${isNextKnown ? year + 1 : year}-12-31`;
  const [latest] = procedures
    .flatMap(({ id: procedure, steps }) =>
      Object.values(steps).flatMap((step) =>
        limitsOf(step).map((limit) => {
          // A limit ends with the day: its last millisecond is of that day still.
          const day = localDay(settings.calendar, limitEnd(limit, now, context) - 1);
          return { procedure, step: step.id, end: dateOfDay(day) };
        }),
      ),
    )
    .filter(({ end }) => end <= knowable)
    .toSorted((left, right) => (left.end < right.end ? 1 : -1));
  if (latest && latest.end > until)
    report(calendarEnds(inside(written.place, 'published'), until, latest));
}

// A calendar with days of a later year written by hand knows that whole year.
function lastKnownDay({ holidays = [], workdays = [] }: CalendarSource): string {
  const own = [...holidays, ...workdays].map((day) => `${day.slice(0, 4)}-12-31`);
  return [publishedDays().until, ...own].toSorted().at(-1) ?? '';
}

/** The limits of a step that days off move. */
function limitsOf({ due, extend }: StepSpec): readonly Limit[] {
  if (due === undefined || due.custody) return [];
  const limits = due.limit.kind === 'table' ? Object.values(due.limit.cells) : [due.limit];
  return [...limits, ...(extend ? [extend.to] : [])].filter(
    ({ kind }) => kind === 'days' || kind === 'working-days' || kind === 'months',
  );
}
