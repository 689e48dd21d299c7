import type { ReadReport } from './read-report.ts';
import { toldReport } from './told-report.ts';

/** A value that stands at a line, as a report or as what is wrong with it. */
export function asReadReport(line: number, value: unknown): ReadReport {
  const told = toldReport(value);
  return 'reason' in told ? { line, ...told } : { line, told };
}
