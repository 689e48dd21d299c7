import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Text } from '../../model/text.ts';

/** A reason for refusals, and how often it was given. */
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
  /** The number of all acts. */
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
