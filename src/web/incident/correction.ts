import type { FactField } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';

/** The values filled in to answer or correct a fact. */
export interface Correction {
  readonly fact?: string | undefined;
  readonly value?: FactValue | undefined;
  readonly note: string;
}

/** The fact that is corrected, and what its field shows: the new answer, else the present one. */
export function correctedFact(answerable: readonly FactField[], { fact, value }: Correction) {
  const chosen = answerable.find(({ id }) => id === fact);
  return chosen && { chosen, value: value ?? chosen.value };
}

/** The act, once a fact is chosen and its answer is another than the present one. */
export function correctionAct(answerable: readonly FactField[], correction: Correction) {
  const corrected = correctedFact(answerable, correction);
  if (corrected?.value === undefined || corrected.value === corrected.chosen.value)
    return undefined;
  const note = correction.note.trim();
  return {
    action: 'answer' as const,
    facts: { [corrected.chosen.id]: corrected.value },
    ...(note ? { note } : {}),
  };
}
