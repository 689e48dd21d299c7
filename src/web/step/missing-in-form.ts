import type { StepView } from '../../contract/step-contract.ts';
import type { Text } from '../../model/text.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh.ts';
import { answerInForm } from './answer-in-form.ts';
import type { StepDraft } from './step-draft.ts';
import type { StepAction } from './step-words.ts';

const reason: Text = { zh: zh.deviateReason, en: en.deviateReason };
const note: Text = { zh: zh.note, en: en.note };

/** Titles of what the form still lacks. It saves a way to the server, which checks again. */
export function missingInForm(step: StepView, action: StepAction, draft: StepDraft): Text[] {
  switch (action) {
    case 'do':
      return [...missingFacts(step, draft), ...missingEvidence(step, draft)];
    case 'deviate':
      return draft.reason === undefined ? [reason] : [];
    case 'reject':
    case 'reopen':
      return draft.note.trim() === '' ? [note] : [];
    case 'agree':
    case 'extend':
      return [];
  }
}

function missingFacts(step: StepView, draft: StepDraft): Text[] {
  return step.facts
    .filter((fact) => fact.required && answerInForm(fact, draft) === undefined)
    .map(({ ask }) => ask);
}

function missingEvidence(step: StepView, draft: StepDraft): Text[] {
  return step.evidenceNeeded
    .filter(({ id }) => !draft.evidence[id]?.trim())
    .map(({ title }) => title);
}
