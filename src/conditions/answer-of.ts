import type { Answers } from '../model/condition.ts';
import type { FactValue } from '../model/fact-value.ts';

/** The answer to a fact, if it has one of its own: a fact may be called `constructor`. */
export function answerOf(answers: Answers, fact: string): FactValue | undefined {
  return Object.hasOwn(answers, fact) ? answers[fact] : undefined;
}
