import type { Answers, Condition } from '../model/condition.ts';
import { evaluate } from './evaluate.ts';

/** The unanswered facts that keep a condition undecided; none once it is true or false. */
export function missingFacts(condition: Condition, answers: Answers): readonly string[] {
  const facts = new Set<string>();
  collect(condition, answers, facts);
  return [...facts];
}

// Passes over a condition that is decided already: answering the facts below it would change nothing.
function collect(condition: Condition, answers: Answers, facts: Set<string>): void {
  if (evaluate(condition, answers) !== null) return;
  if (condition.kind === 'compare') facts.add(condition.fact);
  else for (const child of condition.of) collect(child, answers, facts);
}
