import { dateOfDay, dayOfCivil } from './civil-date.ts';
import type { Instant } from './instant.ts';
import type { Text } from './text.ts';

/** Why a text is no time, said of the text, and how such a time is written. */
export interface TimeFault {
  readonly why: Text;
  readonly such: string;
}

/** A time as it was read, or why it is none. */
export type TimeReading<T> =
  | { readonly value: T; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: TimeFault };

/** An example of each kind of time as it is written, shown wherever one is refused. */
export const timeExamples = {
  date: '2026-11-30',
  local: '2026-11-30T08:15',
  moment: '2026-11-30T08:15:00+08:00',
  'time-of-day': '08:15',
  'utc-offset': '+08:00',
  span: '1h30m',
  'scenario-moment': '+1h30m',
} as const;

/** A kind of time that can be written. */
export type TimeKind = keyof typeof timeExamples;

const date = '([0-9]{4})-([0-9]{2})-([0-9]{2})';
const clock = '([0-9]{2}):([0-9]{2})';
const seconds = '(?::([0-9]{2})(?:\\.([0-9]+))?)?';
const offset = '(Z|[+-][0-9]{2}:[0-9]{2})';

const dateForm = new RegExp(`^${date}$`, 'u');
const timeOfDayForm = new RegExp(`^${clock}$`, 'u');
const momentForm = new RegExp(`^${date}T${clock}${seconds}${offset}?$`, 'u');
const offsetForm = /^([+-])([0-9]{2}):([0-9]{2})$/u;
const spanForm = /^(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?$/u;

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
const spanUnits = [dayMilliseconds, 3_600_000, minuteMilliseconds, 1000] as const;
const spanDaysMax = 36_500;

/** The day, counted from 1970-01-01, of a date `2026-11-30`. */
export function readDate(text: string): TimeReading<number> {
  const match = dateForm.exec(text);
  return match ? dayFrom(match.slice(1, 4), 'date') : { fault: notSo('date') };
}

/** Minutes after midnight of `08:15`. A day ends where the next one begins: there is no 24:00. */
export function readTimeOfDay(text: string): TimeReading<number> {
  const [, hours, minutes] = timeOfDayForm.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return { fault: notSo('time-of-day') };
  return isTimeOfDay(hours, minutes)
    ? { value: Number(hours) * 60 + Number(minutes) }
    : { fault: noTime('time-of-day') };
}

/** Minutes east of UTC of `+08:00`. Offsets in use are whole quarters of an hour from -12:00 to +14:00. */
export function readUtcOffset(text: string): TimeReading<number> {
  const [, sign, hours, minutes] = offsetForm.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return { fault: notSo('utc-offset') };
  const east = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  // RFC 3339 writes -00:00 for a time whose place is not known: nothing can be counted from it.
  const isInUse = Number(minutes) % 15 === 0 && Number(minutes) < 60 && text !== '-00:00';
  return isInUse && east >= -12 * 60 && east <= 14 * 60
    ? { value: east }
    : { fault: noOffset('utc-offset') };
}

/** A moment of a scenario: `+12m` after the report, or a moment, local where it names no offset. */
export function readScenarioMoment(
  text: string,
  { report, localOffset }: { readonly report: Instant; readonly localOffset: number },
): TimeReading<Instant> {
  if (/^[0-9]{4}/u.test(text)) return readMoment(text, localOffset);
  const span = readSpan(text.slice(1));
  return span.fault || !text.startsWith('+')
    ? { fault: notSo('scenario-moment') }
    : { value: report + span.value };
}

/** Milliseconds of `12m`, `1h30m`, `2d`. */
export function readSpan(text: string): TimeReading<number> {
  const match = spanForm.exec(text);
  if (match === null || text === '') return { fault: notSo('span') };
  const milliseconds = spanUnits.reduce(
    (sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0),
    0,
  );
  return milliseconds <= spanDaysMax * dayMilliseconds
    ? { value: milliseconds }
    : { fault: tooLong('span') };
}

/**
 * The instant of a moment with its offset from UTC, `2026-11-30T08:15:00+08:00` or `…Z`. Where `localOffset` is given,
 * a moment without one is of that place. Seconds and up to three decimals of them may be left out; a leap second has no
 * place among instants, and letters are capitals.
 */
export function readMoment(text: string, localOffset?: number): TimeReading<Instant> {
  const kind = localOffset === undefined ? 'moment' : 'local';
  const match = momentForm.exec(text);
  if (match === null) return { fault: notSo(kind) };
  const [, year = '', month = '', dayOfMonth = '', hours = '', minutes = ''] = match;
  const [second = '00', fraction = '', zone] = match.slice(6);
  const day = dayFrom([year, month, dayOfMonth], kind);
  if (day.fault) return day;
  if (!isTimeOfDay(hours, minutes) || Number(second) > 59) return { fault: noTime(kind) };
  if (fraction.length > 3) return { fault: tooFine(kind) };
  const east = zone === undefined ? localOffset : zone === 'Z' ? 0 : readUtcOffset(zone);
  if (east === undefined) return { fault: withoutOffset(kind) };
  if (typeof east !== 'number' && east.fault) return { fault: noOffset(kind) };
  const eastMinutes = typeof east === 'number' ? east : east.value;
  const minuteOfDay = Number(hours) * 60 + Number(minutes) - eastMinutes;
  return {
    value:
      day.value * dayMilliseconds +
      minuteOfDay * minuteMilliseconds +
      Number(second) * 1000 +
      Number(fraction.padEnd(3, '0')),
  };
}

/** The instant of a moment that was written by the system itself. */
export function instantOf(moment: string): Instant {
  const reading = readMoment(moment);
  if (reading.fault) throw new Error(`\`${moment}\` ${reading.fault.why.en}`);
  return reading.value;
}

function dayFrom(parts: readonly string[], kind: TimeKind): TimeReading<number> {
  const [year = 0, month = 0, dayOfMonth = 0] = parts.map(Number);
  const day = dayOfCivil({ year, month, date: dayOfMonth });
  const written = parts.join('-');
  // The year 0 is in no record, and databases do not take it.
  const exists = year > 0 && month >= 1 && month <= 12 && dateOfDay(day) === written;
  return exists ? { value: day } : { fault: noDay(kind) };
}

const isTimeOfDay = (hours: string, minutes: string): boolean =>
  Number(hours) < 24 && Number(minutes) < 60;

const fault = (zh: string, en: string) => (kind: TimeKind) =>
  ({ why: { zh, en }, such: timeExamples[kind] }) satisfies TimeFault;
const notSo = fault('时间写法不对', 'is not written as times are');
const noDay = fault('没有这一天', 'names a day that does not exist');
const noTime = fault('没有这个时刻', 'names a time of day that does not exist');
const noOffset = fault('没有这个时差', 'names an offset from UTC that does not exist');
const withoutOffset = fault('没有写时差', 'lacks its offset from UTC');
const tooFine = fault('秒的小数超过三位', 'has more than three decimals of a second');
const tooLong = fault('超过 100 年', 'is longer than 100 years');
