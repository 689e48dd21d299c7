import type { StepView } from '../../contract/step-contract.ts';
import type { Text } from '../../model/text.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh.ts';
import { answerInForm } from './answer-in-form.ts';
import type { AttachedFiles } from './attached-files.ts';
import type { FormPlace } from './form-place.ts';
import type { StepDraft } from './step-draft.ts';
import type { StepAction } from './step-words.ts';

/** Something that a form lacks, and where. */
export interface MissingInForm {
  readonly place: FormPlace;
  readonly title: Text;
}

const reason: MissingInForm = {
  place: 'reason',
  title: { zh: zh.deviateReason, en: en.deviateReason },
};
const note: MissingInForm = { place: 'note', title: { zh: zh.note, en: en.note } };

/** The places that the form still lacks. The check saves a way to the server, which checks again. */
export function missingInForm(
  step: StepView,
  action: StepAction,
  draft: StepDraft,
  files: AttachedFiles,
): readonly MissingInForm[] {
  switch (action) {
    case 'do':
      return [...missingFacts(step, draft), ...missingEvidence(step, draft, files)];
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

function missingFacts(step: StepView, draft: StepDraft): MissingInForm[] {
  return step.facts
    .filter((fact) => fact.required && answerInForm(fact, draft) === undefined)
    .map(({ id, ask }) => ({ place: `fact ${id}`, title: ask }));
}

// A file on its way is none yet, but nothing that somebody forgot.
function missingEvidence(
  step: StepView,
  draft: StepDraft,
  { kept, underWay }: AttachedFiles,
): MissingInForm[] {
  return step.evidenceNeeded
    .filter(({ id }) => !draft.evidence[id]?.trim())
    .filter(({ id }) => (kept[id] ?? []).length === 0 && !underWay.includes(id))
    .map(({ id, title }) => ({ place: `evidence ${id}`, title }));
}
