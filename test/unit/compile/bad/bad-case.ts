import type { Changes } from '../sample-tree.ts';

/** One thing wrong in the sample root, and every problem that is then shown. */
export interface BadCase {
  readonly what: string;
  readonly change: Changes;
  readonly problems: readonly string[];
}
