import { dateOfDay, localDay } from '../procedure/local-time.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Instant } from '../model/instant.ts';

/** An instant as scenarios write it: `2026-03-02T22:00`, with seconds where there are any. */
export function localTime(at: Instant, calendar: Calendar): string {
  const day = localDay(calendar, at);
  const seconds = Math.floor((at + calendar.utcOffsetMinutes * 60_000) / 1000) - day * 86_400;
  const [hour, minute, second] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((number) =>
    String(Math.floor(number)).padStart(2, '0'),
  );
  return `${dateOfDay(day)}T${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}
