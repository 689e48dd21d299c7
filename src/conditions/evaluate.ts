import type { Answers, Condition, Truth } from '../model/condition.ts';
import { answerOf } from './answer-of.ts';
import { compare } from './compare.ts';

/** The truth of a condition in Kleene's three values: unknown (`null`) while the answer hangs on an unanswered fact. */
export function evaluate(condition: Condition, answers: Answers): Truth {
  switch (condition.kind) {
    case 'compare': {
      const answer = answerOf(answers, condition.fact);
      return answer === undefined ? null : compare(condition, answer);
    }
    case 'all':
      return decidedBy(false, condition.of, answers);
    case 'any':
      return decidedBy(true, condition.of, answers);
  }
}

/** One child that is `deciding` decides; else one that is unknown leaves it unknown. */
function decidedBy(deciding: boolean, children: readonly Condition[], answers: Answers): Truth {
  let truth: Truth = !deciding;
  for (const child of children) {
    const childTruth = evaluate(child, answers);
    if (childTruth === deciding) return deciding;
    if (childTruth === null) truth = null;
  }
  return truth;
}
