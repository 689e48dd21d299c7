import type { Answers } from '../model/condition.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { isWayOf } from './is-way-of.ts';

/**
 * Answers as a procedure can use them. A way of handling that it does not have, kept from another standard, is none:
 * what hangs on it stays undecided until somebody chooses one of its own, where it would otherwise wait for steps that
 * never come. Where there is one way only, that is the way.
 */
export const fittingAnswers = (
  { handledAt, settings }: Pick<ProcedureSpec, 'handledAt' | 'settings'>,
  answers: Answers,
): Answers => {
  const { [settings.facts.handledAt]: way, ...others } = answers;
  if (way === undefined || isWayOf({ handledAt }, way)) return answers;
  const [only, ...more] = handledAt;
  return only === undefined || more.length > 0
    ? others
    : { ...others, [settings.facts.handledAt]: only };
};
