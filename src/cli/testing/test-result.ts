import type { Text } from '../../model/text.ts';
import type { Position } from '../../model/diagnostic.ts';

/** The result of a scenario, or of a row of a case table. */
export interface TestResult {
  readonly kind: 'scenario' | 'case';
  /** The standard, procedure or rule set it tests. */
  readonly of: string;
  readonly file: string;
  readonly start: Position;
  readonly name: Text;
  readonly mismatches: readonly LocatedMismatch[];
}

/** Something that a test says and that is not so, at its place. */
export interface LocatedMismatch {
  readonly start: Position;
  readonly expected: string;
  readonly found: string;
}
