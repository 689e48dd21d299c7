import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';

const unitMilliseconds = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

/** Milliseconds of `12m`, `1h30m`, `2d`; nothing where it is not written so. */
export const parseSpan = (text: string): number | undefined => {
  const match = /^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/u.exec(text);
  if (match === null || text === '') return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (
    (days ?? 0) * unitMilliseconds.d +
    (hours ?? 0) * unitMilliseconds.h +
    (minutes ?? 0) * unitMilliseconds.m +
    (seconds ?? 0) * unitMilliseconds.s
  );
};

/** A moment of a scenario: `+12m` after the report, or a local moment `2026-03-01T22:00`. */
export const parseMoment = (text: string, report: Instant, calendar: Calendar): Instant => {
  if (text.startsWith('+')) return report + (parseSpan(text.slice(1)) ?? 0);
  return parseLocal(text, calendar);
};

/** The instant of a local moment `2026-03-01T22:00` or `…:30`. */
export const parseLocal = (text: string, calendar: Calendar): Instant => {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/u.exec(text);
  if (match === null) throw new Error(`\`${text}\` is not a local moment such as 2026-03-01T22:00`);
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const utc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return utc - calendar.utcOffsetMinutes * 60_000;
};
