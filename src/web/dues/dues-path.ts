/** What the list of dues is narrowed to. */
export interface DuesSought {
  readonly unit?: string | undefined;
  readonly standard?: string | undefined;
  readonly priority?: string | undefined;
}

export const anyDues: DuesSought = {};

// More than is shown: what comes into the hour while the page is open is there already.
const minutesRead = 120;

/** Where the list is read. */
export function duesPath(sought: DuesSought): string {
  const query = new URLSearchParams({ within: String(minutesRead) });
  for (const key of ['unit', 'standard', 'priority'] as const) {
    const value = sought[key];
    if (value !== undefined) query.set(key, value);
  }
  return `/api/dues?${query}`;
}
