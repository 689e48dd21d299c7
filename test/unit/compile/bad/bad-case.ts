import type { Changes } from '../sample-tree.ts';

/** One thing wrong in the sample root, and every problem that is then shown. */
export interface BadCase {
  readonly what: string;
  readonly change: Changes;
  /** The instant at which it is checked, where that matters. */
  readonly now?: number;
  readonly problems: readonly string[];
}
