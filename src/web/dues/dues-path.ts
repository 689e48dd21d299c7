import type { Narrowed } from '../field/narrowing.tsx';

export const anyDues: Narrowed = {};

const minutesShown = 60;
// Dues that come into the hour while the page is open are there already.
const minutesBeyond = 60;

/** Where the list is read. */
export function duesPath(sought: Narrowed): string {
  const query = new URLSearchParams({
    within: String(minutesShown),
    beyond: String(minutesBeyond),
  });
  for (const key of ['unit', 'standard', 'priority'] as const) {
    const value = sought[key];
    if (value !== undefined) query.set(key, value);
  }
  return `/api/dues?${query}`;
}
