import type { Narrowed } from '../field/narrowing.tsx';

/** Which incidents somebody looks for, and how far they have turned the pages. */
export interface IncidentsSought extends Narrowed {
  readonly shown: 'running' | 'closed' | 'all';
  readonly find: string;
  /** Where each page after the first begins, up to the one that is shown. */
  readonly turned: readonly string[];
}

export const runningIncidents: IncidentsSought = { shown: 'running', find: '', turned: [] };

/** Where a page of the list is read. */
export function incidentsPath(sought: IncidentsSought): string {
  const query = new URLSearchParams();
  if (sought.shown !== 'all') query.set('closed', String(sought.shown === 'closed'));
  const find = sought.find.trim();
  if (find !== '') query.set('find', find);
  for (const key of ['unit', 'standard', 'priority'] as const) {
    const value = sought[key];
    if (value !== undefined) query.set(key, value);
  }
  const after = sought.turned.at(-1);
  if (after !== undefined) query.set('after', after);
  return `/api/incidents?${query}`;
}
