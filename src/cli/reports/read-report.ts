import type { Text } from '../../model/text.ts';
import type { ToldReport } from './told-report.ts';

/** A report of a file and the line it begins in, or why what stands there is none. */
export type ReadReport =
  | { readonly line: number; readonly told: ToldReport }
  | { readonly line: number; readonly column?: number; readonly reason: Text };
