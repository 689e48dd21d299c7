import { asList } from './as-list.ts';

/** Whether a part or procedure allows a way of handling; one that names none leaves it open. */
export function isWayOf(
  source: { readonly 'handled-at'?: string | readonly string[] },
  way: string,
): boolean {
  const ways = asList(source['handled-at']);
  return ways.length === 0 || ways.includes(way);
}
