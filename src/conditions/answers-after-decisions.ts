import type { Answers } from '../model/condition.ts';
import type { Decision } from '../model/decision.ts';

/**
 * The answers with the outcomes of decisions among them: what a rule set decides is itself a fact afterwards.
 * A rule set that decided nothing leaves the earlier answer as it is.
 */
export function answersAfterDecisions(answers: Answers, decisions: readonly Decision[]): Answers {
  const outcomes = decisions.flatMap(({ decides, outcome }) =>
    outcome === null ? [] : [[decides, outcome] as const],
  );
  return { ...answers, ...Object.fromEntries(outcomes) };
}
