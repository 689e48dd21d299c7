import { dateOfDay } from './civil-date.ts';
import type { Instant } from './instant.ts';

const dayMilliseconds = 86_400_000;

/** An instant as it travels: `2026-11-30T00:15:00.000Z`. */
export function writeMoment(instant: Instant): string {
  return `${writeLocal(instant, 0)}Z`;
}

/** The local moment `2026-11-30T08:15:00.000` of an instant so many minutes east of UTC. */
export function writeLocal(instant: Instant, offsetMinutes: number): string {
  const local = instant + offsetMinutes * 60_000;
  const day = Math.floor(local / dayMilliseconds);
  const left = local - day * dayMilliseconds;
  const parts = [left / 3_600_000, (left / 60_000) % 60, (left / 1000) % 60].map((part) =>
    String(Math.floor(part)).padStart(2, '0'),
  );
  return `${dateOfDay(day)}T${parts.join(':')}.${String(Math.floor(left % 1000)).padStart(3, '0')}`;
}
