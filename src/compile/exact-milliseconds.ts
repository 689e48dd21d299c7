import { parseLimit } from './parse-limit.ts';

const dayMilliseconds = 86_400_000;

/** A length of time where no calendar can be asked: a day has 24 hours. Working days and months have no length. */
export function exactMilliseconds(text: string): number | undefined {
  const limit = parseLimit(text);
  if (limit.kind === 'exact') return limit.milliseconds;
  return limit.kind === 'days' ? limit.days * dayMilliseconds : undefined;
}
