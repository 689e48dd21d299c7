import type { Limit } from '../model/limit.ts';

const dayMilliseconds = 86_400_000;

/** About how long a limit is, at least. Exact enough to compare what is written in two places. */
export function lengthOfLimit(limit: Limit): number {
  switch (limit.kind) {
    case 'grace':
      return 0;
    case 'exact':
      return limit.milliseconds;
    case 'days':
      return limit.days * dayMilliseconds;
    case 'working-days':
      return (limit.days * dayMilliseconds * 7) / 5;
    case 'months':
      return limit.months * 30.5 * dayMilliseconds;
  }
}

/** The longest that a limit may be: days leave out the one on which they begin. */
export function longestOfLimit(limit: Limit): number {
  const isExact = limit.kind === 'exact' || limit.kind === 'grace';
  return lengthOfLimit(limit) + (isExact ? 0 : dayMilliseconds);
}
