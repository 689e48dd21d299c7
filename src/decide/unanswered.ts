/**
 * Stands in for the answer of an unanswered fact: each comparison with it comes out as `passes` says.
 * json-rules-engine knows true and false only, and with undefined facts `notEqual` would turn true.
 */
export interface Unanswered {
  readonly passes: boolean;
}

export const unansweredPasses: Unanswered = Object.freeze({ passes: true });
export const unansweredFails: Unanswered = Object.freeze({ passes: false });

/** True where a fact of a run is a stand-in; answers are never objects. */
export function isUnanswered(fact: unknown): fact is Unanswered {
  return fact === unansweredPasses || fact === unansweredFails;
}
