import { dayOffAndWorked } from '../diagnostics/vocabulary-problems.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import type { CalendarSource, Placed } from './vocabulary.ts';

/** Reports each day that a calendar has off and worked at once. */
export function checkCalendar(
  { value: { holidays = [], workdays = [] }, place }: Placed<CalendarSource>,
  report: ReportProblem,
): void {
  for (const [index, day] of workdays.entries()) {
    const off = holidays.indexOf(day);
    if (off < 0) continue;
    report(dayOffAndWorked(inside(place, 'workdays', index), day, inside(place, 'holidays', off)));
  }
}
