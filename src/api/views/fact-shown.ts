import type { AnswerShown } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { factLabel } from './fact-label.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import type { Reading } from './reading.ts';
import { factTitle } from './title-of.ts';

/** A fact with its answer in words; without one where it was erased, is not known, or not for this reader. */
export function factShown(reading: Reading, id: string, value: FactValue | undefined): AnswerShown {
  const fact = reading.spec.facts[id] ?? reading.index.facts[id];
  const title = factTitle(reading, id);
  const isHidden = !reading.mayReadProtected && isHiddenFact(fact);
  if (value === undefined || isHidden) return { id, title };
  const label = fact && factLabel(reading, fact, value);
  return { id, title, value, ...(label && { label }) };
}
