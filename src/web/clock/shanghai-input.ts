import { chinaOffsetMinutes } from '../../model/china-time.ts';
import type { Instant } from '../../model/instant.ts';
import { readMoment } from '../../model/read-time.ts';
import { writeLocal, writeMoment } from '../../model/write-moment.ts';

/** The text that an `<input type="datetime-local">` shows for an instant: `2026-03-01T21:05:30`. */
export function toShanghaiInput(instant: Instant): string {
  return writeLocal(instant, chinaOffsetMinutes).slice(0, 19);
}

/** The moment that was typed, in UTC; nothing where the input is empty or incomplete. */
export function fromShanghaiInput(typed: string): string | undefined {
  const { value: instant } = readMoment(typed, chinaOffsetMinutes);
  return instant === undefined ? undefined : writeMoment(instant);
}
