import { factsOf } from '../conditions/facts-of.ts';
import { unmetFacts } from '../conditions/unmet-facts.ts';
import type { Answers, Condition } from '../model/condition.ts';

/** Those that a known answer speaks for first, else in their order. */
export function likelyFirst<Item>(
  items: readonly Item[],
  answers: Answers,
  conditionOf: (item: Item) => Condition,
): readonly Item[] {
  const likely = items.filter((item) => speaksFor(answers, conditionOf(item)));
  return [...likely, ...items.filter((item) => !likely.includes(item))];
}

// A known answer fits a part of the condition already: the rest is worth asking first.
function speaksFor(answers: Answers, condition: Condition): boolean {
  const unmet = new Set(unmetFacts(condition, answers));
  return factsOf(condition).some((fact) => answers[fact] !== undefined && !unmet.has(fact));
}
