import { exactMilliseconds } from '../../compile/exact-milliseconds.ts';

/** The length of a span such as `5m`. */
export const spanLength = (span: string): number => exactMilliseconds(span) ?? 0;

/** A length between two spans. */
export function between(drawn: number, [least, most]: readonly [string, string]): number {
  const [from, to] = [spanLength(least), spanLength(most)];
  return from + drawn * Math.max(0, to - from);
}
