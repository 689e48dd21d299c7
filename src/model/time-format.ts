import {
  readDate,
  readMoment,
  readScenarioMoment,
  readSpan,
  readUtcOffset,
  type TimeReading,
} from './read-time.ts';

/** The formats of times in schemas, YAML's and HTTP's, with what reads them. */
export const timeFormats = {
  date: readDate,
  'date-time': (text) => readMoment(text),
  'local-moment': (text) => readMoment(text, 0),
  'scenario-moment': (text) => readScenarioMoment(text, { report: 0, localOffset: 0 }),
  span: readSpan,
  'utc-offset': readUtcOffset,
} as const satisfies Readonly<Record<string, (text: string) => TimeReading<number>>>;

/** A format of a time in a schema. */
export type TimeFormat = keyof typeof timeFormats;

/** Why a text is not of a format; nothing where it is, and for formats that are no times. */
export function timeFault(format: string, text: string): TimeReading<number>['fault'] {
  return Object.hasOwn(timeFormats, format)
    ? timeFormats[format as TimeFormat](text).fault
    : undefined;
}
