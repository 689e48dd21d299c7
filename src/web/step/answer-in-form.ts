import type { FactField } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { StepDraft } from './step-draft.ts';

/** The value that a fact's field shows: what was typed, also when that was to empty it, else the known answer. */
export function answerInForm(fact: FactField, draft: StepDraft): FactValue | undefined {
  return fact.id in draft.facts ? draft.facts[fact.id] : fact.value;
}
