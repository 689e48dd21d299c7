import type { Answers } from '../model/condition.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';

/**
 * The answers of a procedure put together from what its log has apart: what was given, what rule sets decided, and the
 * priority, which rules and escalations raise by entries of their own, later than its answer and than any decision.
 */
export const knownAnswers = (
  { settings }: Pick<ProcedureSpec, 'settings'>,
  known: { readonly given: Answers; readonly decided: Answers; readonly priority: number },
): Answers => ({
  ...known.given,
  ...known.decided,
  [settings.facts.priority]: known.priority,
});
