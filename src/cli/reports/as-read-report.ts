import type { DocumentPath } from '../../model/diagnostic.ts';
import type { ReadReport } from './read-report.ts';
import { toldReport } from './told-report.ts';

/** Where something stands. */
export interface FilePlace {
  readonly line: number;
  readonly column?: number;
}

/** A value as a report, or as what is wrong with it, with the place of either. */
export function asReadReport(
  place: (path: DocumentPath, at: 'key' | 'value') => FilePlace,
  value: unknown,
): ReadReport {
  const told = toldReport(value);
  if (!('reason' in told)) return { line: place([], 'value').line, told };
  const { path, at, reason } = told;
  return { ...place(path, at), reason };
}
