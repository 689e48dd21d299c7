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
  { late, soon, read }: Dues,
  now: Instant,
): { readonly late: DuesPart; readonly soon: DuesPart } {
  const dueOf = ({ due }: DueLine) => instantOf(due);
  const byUrgency = (one: DueLine, other: DueLine) =>
    one.priority - other.priority || dueOf(one) - dueOf(other);
  const passed = soon.lines.filter((line) => dueOf(line) < now);
  const inHour = soon.lines.filter(
    (line) => dueOf(line) >= now && dueOf(line) <= now + hourMilliseconds,
  );
  const counted = soon.lines.filter((line) => dueOf(line) <= instantOf(read) + hourMilliseconds);
  const unlisted = soon.total - counted.length;
  return {
    late: {
      total: late.total + passed.length,
      lines: [...late.lines, ...passed].sort(byUrgency),
    },
    soon: { total: inHour.length + unlisted, lines: inHour },
  };
}
