import type { Instant } from '../../model/instant.ts';

// China has kept one zone without summer time since 1992.
const offset = '+08:00';
const offsetMilliseconds = 8 * 3_600_000;

/** What an `<input type="datetime-local">` shows for an instant: `2026-03-01T21:05:30`. */
export function toShanghaiInput(instant: Instant): string {
  return new Date(instant + offsetMilliseconds).toISOString().slice(0, 19);
}

/** The moment that was typed, in UTC; nothing where the input is empty or incomplete. */
export function fromShanghaiInput(typed: string): string | undefined {
  const whole = typed.length === 16 ? `${typed}:00` : typed;
  const instant = Date.parse(`${whole}${offset}`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
