import type { Reached } from '../../simulate/coverage.ts';
import type { TestResult } from './test-result.ts';

/** The results of one file, and what it came upon. */
export interface Tested extends Reached {
  readonly results: readonly TestResult[];
}
