import type { FactSpec } from '../../model/fact-spec.ts';

/**
 * True where a fact can name a person or place: only readers of what is protected see its value.
 * Free text counts, for nobody knows what an officer wrote; so does a fact that the release does not know.
 */
export const isHiddenFact = (fact: FactSpec | undefined): boolean =>
  fact === undefined ||
  fact.personal ||
  fact.answer.kind === 'text' ||
  fact.answer.kind === 'persons';
