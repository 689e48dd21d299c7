import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Text } from '../../model/text.ts';

/** What was refused how often, and why. */
export interface Refused {
  readonly code: string;
  readonly title: Text;
  readonly count: number;
}

/** Counts what the officers did. */
export interface Tally {
  taken(action: string): void;
  refused(problem: Partial<ProblemDetails>): void;
  readonly acts: () => Readonly<Record<string, number>>;
  /** How many acts in all. */
  readonly count: () => number;
  readonly refusals: () => readonly Refused[];
}

/** An empty tally. */
export function createTally(): Tally {
  const acts = new Map<string, number>();
  const refusals = new Map<string, Refused>();
  return {
    taken: (action) => void acts.set(action, (acts.get(action) ?? 0) + 1),
    refused({ code = '?', text }) {
      const title = text ?? { zh: code, en: code };
      refusals.set(code, { code, title, count: (refusals.get(code)?.count ?? 0) + 1 });
    },
    acts: () => Object.fromEntries(acts),
    count: () => [...acts.values()].reduce((sum, count) => sum + count, 0),
    refusals: () => [...refusals.values()].toSorted((left, right) => right.count - left.count),
  };
}
