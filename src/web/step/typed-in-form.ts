import type { StepView } from '../../contract/step-contract.ts';
import type { Text } from '../../model/text.ts';
import { answerText } from '../field/answer-text.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh.ts';
import type { FormPlace } from './form-place.ts';
import type { StepDraft } from './step-draft.ts';

/** Something that was typed into a form, and where. */
export interface TypedInForm {
  readonly place: FormPlace;
  readonly title: Text;
  readonly text: Text;
}

/** The content of a draft, to be read where its form is gone. A known answer that was left alone is not among it. */
export function typedInForm(step: StepView, draft: StepDraft): readonly TypedInForm[] {
  const facts = step.facts.flatMap(({ id, ask, choices }): TypedInForm[] => {
    const value = draft.facts[id];
    if (value === undefined) return [];
    const label = choices?.find((choice) => choice.value === value)?.label;
    const text = {
      zh: answerText({ value, label }, 'zh') ?? '',
      en: answerText({ value, label }, 'en') ?? '',
    };
    return [{ place: `fact ${id}`, title: ask, text }];
  });
  const evidence = step.evidenceNeeded.flatMap(({ id, title }): TypedInForm[] => {
    const reference = draft.evidence[id]?.trim();
    return reference ? [{ place: `evidence ${id}`, title, text: asTyped(reference) }] : [];
  });
  const note = draft.note.trim();
  return [
    ...facts,
    ...evidence,
    ...(note
      ? [{ place: 'note' as const, title: { zh: zh.note, en: en.note }, text: asTyped(note) }]
      : []),
  ];
}

const asTyped = (text: string): Text => ({ zh: text, en: text });
