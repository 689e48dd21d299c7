import type { FactSpec } from '../../model/fact-spec.ts';

/**
 * Whether a fact can name a person or place: who may not read what is protected does not see its value.
 * Free text counts, for nobody knows what an officer wrote; so does a fact that the release does not know.
 */
export const isHiddenFact = (fact: FactSpec | undefined): boolean =>
  fact === undefined ||
  fact.personal ||
  fact.answer.kind === 'text' ||
  fact.answer.kind === 'persons';
