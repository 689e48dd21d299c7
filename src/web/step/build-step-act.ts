import type { EvidenceGiven, StepAct } from '../../contract/act-contract.ts';
import type { FileView } from '../../contract/file-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { fromShanghaiInput } from '../clock/shanghai-input.ts';
import { answerInForm } from './answer-in-form.ts';
import type { AttachedFiles } from './attached-files.ts';
import { fileReference } from './file-reference.ts';
import type { StepDraft } from './step-draft.ts';
import type { StepAction } from './step-words.ts';

interface StepPress {
  readonly step: StepView;
  readonly action: StepAction;
  readonly draft: StepDraft;
  readonly files: AttachedFiles;
  /** The moment of the first press, for who did not give another. */
  readonly pressed: string;
}

/** The act that the form sends. Only `do` says when it happened and what was found. */
export function buildStepAct(press: StepPress): StepAct {
  const { step, action, draft } = press;
  const note = draft.note.trim();
  const act = {
    action,
    ...(step.repeats ? { occurrence: step.occurrence } : {}),
    ...(note ? { note } : {}),
  };
  switch (action) {
    case 'do':
      return { ...act, ...doingOf(press) } as StepAct;
    case 'deviate':
      return { ...act, ...(draft.reason ? { reason: draft.reason } : {}) } as StepAct;
    case 'extend':
    case 'agree':
    case 'reject':
    case 'reopen':
      return act as StepAct;
  }
}

function doingOf({ step, draft, files, pressed }: StepPress): Partial<StepAct> {
  const evidence = step.evidenceNeeded.flatMap(({ id }) =>
    evidenceOf(id, draft.evidence[id]?.trim() ?? '', files.kept[id] ?? []),
  );
  const facts = answersOf(step, draft);
  return {
    happened: (draft.happened && fromShanghaiInput(draft.happened)) || pressed,
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(draft.crew === undefined ? {} : { crew: draft.crew }),
    ...(draft.equipment.length > 0 ? { equipment: [...draft.equipment] } : {}),
  };
}

// Each file is a piece of its own; a number that was typed is the number of all of them.
function evidenceOf(
  kind: string,
  reference: string,
  files: readonly FileView[],
): readonly EvidenceGiven[] {
  if (files.length === 0) return reference === '' ? [] : [{ kind, reference }];
  return files.map(({ sha256 }) => ({
    kind,
    reference: reference || fileReference(sha256),
    sha256,
  }));
}

/** The answers that the step requires, and those given anew; a known answer left alone is not sent again. */
function answersOf(step: StepView, draft: StepDraft): Record<string, FactValue> {
  const answers: Record<string, FactValue> = {};
  for (const fact of step.facts) {
    const answer = answerInForm(fact, draft);
    if (answer === undefined) continue;
    if (fact.required || answer !== fact.value) answers[fact.id] = answer;
  }
  return answers;
}
