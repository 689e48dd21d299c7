import type { FactField, StepView } from '../../../src/contract/step-contract.ts';
import type { Text } from '../../../src/model/text.ts';

export const text = (words: string): Text => ({ zh: words, en: words });

/** A fact that a form asks for. */
export const aFact = (id: string, given: Partial<FactField> = {}): FactField => ({
  id,
  ask: text(`${id}?`),
  kind: 'text',
  personal: false,
  required: true,
  ...given,
});

/** An open step as the server sends it, with what a test needs to differ. */
export const aStep = (given: Partial<StepView> = {}): StepView => ({
  id: 'look',
  procedure: 'search',
  title: text('Look'),
  role: { id: 'officer', title: text('Officer') },
  status: 'open',
  optional: false,
  closes: false,
  occurrence: 1,
  repeats: false,
  overdueAtOpening: false,
  evidence: [],
  facts: [],
  evidenceNeeded: [],
  equipment: [],
  basis: [],
  dueBasis: [],
  waitingFor: [],
  undecidedFor: [],
  notNeededFor: [],
  occurrences: [],
  can: ['do'],
  reasons: [],
  ...given,
});
