import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';
import { readMoment, readScenarioMoment, readSpan, type TimeReading } from '../model/read-time.ts';

/** A moment of a scenario that was checked: `+12m` after the report, or a local moment. */
export const scenarioMoment = (text: string, report: Instant, calendar: Calendar): Instant =>
  checked(text, readScenarioMoment(text, { report, localOffset: calendar.utcOffsetMinutes }));

/** The instant at which the report of a scenario came. */
export const reportMoment = (text: string, calendar: Calendar): Instant =>
  checked(text, readMoment(text, calendar.utcOffsetMinutes));

/** A length of a scenario that was checked, such as `1h30m`. */
export const scenarioSpan = (text: string): number => checked(text, readSpan(text));

const checked = (text: string, { value, fault }: TimeReading<number>): number => {
  if (fault) throw new Error(`the schema let \`${text}\` pass: it ${fault.why.en}`);
  return value;
};
