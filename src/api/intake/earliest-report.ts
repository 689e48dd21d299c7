import { addMonths } from '../../model/civil-date.ts';
import type { Instant } from '../../model/instant.ts';
import type { Settings } from '../../model/settings.ts';

const dayMilliseconds = 86_400_000;

/** The earliest instant at which a report may have come that is taken now: whole local days, unless it is stated in hours. */
export function earliestReport(
  now: Instant,
  { oldestReport, calendar }: Pick<Settings, 'oldestReport' | 'calendar'>,
): Instant {
  const offset = calendar.utcOffsetMinutes * 60_000;
  const today = Math.floor((now + offset) / dayMilliseconds);
  const beginOf = (day: number): Instant => day * dayMilliseconds - offset;
  switch (oldestReport.kind) {
    case 'exact':
      return now - oldestReport.milliseconds;
    case 'days':
      return beginOf(today - oldestReport.days);
    case 'months':
      return beginOf(addMonths(today, -oldestReport.months));
    case 'working-days':
    case 'grace':
      throw new Error(`the compiler let a report's age of ${oldestReport.kind} pass`);
  }
}
