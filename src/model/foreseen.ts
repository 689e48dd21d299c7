import type { Verdict } from './verdict.ts';

/**
 * A verdict that comes along with what asks for it. Who sends an act mostly knows the answers that it will meet; where
 * they are others by then, the question is another and the verdict is not used.
 */
export interface Foreseen {
  /** Names the question by its content. */
  readonly question: string;
  readonly verdict: Verdict;
}
