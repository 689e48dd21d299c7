import type { DueLine, Dues } from '../../contract/dues-contract.ts';
import type { Instant } from '../../model/instant.ts';
import { instantOf } from '../../model/read-time.ts';

const hourMilliseconds = 3_600_000;

/** A part of the list as it stands; `total` may be more than the lines. */
export interface DuesPart {
  readonly total: number;
  readonly lines: readonly DueLine[];
}

/** The list at a moment: what has passed its due since it was read is late, and the next hour goes on. */
export function duesNow(
  { late, soon }: Dues,
  now: Instant,
): { readonly late: DuesPart; readonly soon: DuesPart } {
  const dueOf = ({ due }: DueLine) => instantOf(due);
  const passed = soon.lines.filter((line) => dueOf(line) < now);
  const inHour = soon.lines.filter(
    (line) => dueOf(line) >= now && dueOf(line) <= now + hourMilliseconds,
  );
  // Where all that were read fall into the hour, those that were not read may too.
  const unread =
    passed.length + inHour.length < soon.lines.length ? 0 : soon.total - soon.lines.length;
  return {
    late: { total: late.total + passed.length, lines: [...late.lines, ...passed] },
    soon: { total: inHour.length + unread, lines: inHour },
  };
}
