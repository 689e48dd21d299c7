import type { FactField } from '../../contract/step-contract.ts';
import type { AnswerKind, FactSpec } from '../../model/fact-spec.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { typesOf } from '../release/types-of.ts';
import type { DirectoryNames } from './directory-names.ts';

/** The release and the names that a form field needs besides the fact itself. */
export interface FieldSource {
  readonly index: ReleaseIndex;
  readonly names: DirectoryNames;
}

/** A fact as a form field, with the present answer where there is one. */
export function factField(
  source: FieldSource,
  fact: FactSpec,
  present: { readonly required: boolean; readonly value?: FactValue | undefined },
): FactField {
  return {
    id: fact.id,
    ask: fact.ask ?? { zh: fact.id, en: fact.id },
    ...answering(source, fact.answer),
    personal: fact.personal,
    required: present.required,
    ...(present.value !== undefined && { value: present.value }),
  };
}

type Answering = Pick<FactField, 'kind' | 'choices' | 'min' | 'max' | 'unit'>;

function answering({ index, names }: FieldSource, answer: AnswerKind): Answering {
  switch (answer.kind) {
    case 'choice':
      return { kind: 'choice', choices: answer.choices.map((choice) => ({ ...choice })) };
    case 'standards':
      return {
        kind: 'choice',
        choices: typesOf(index.release).map(({ id, title }) => ({ value: id, label: title })),
      };
    case 'units':
      return {
        kind: 'choice',
        choices: names.units.map(({ id, title }) => ({ value: id, label: title })),
      };
    case 'persons':
      return {
        kind: 'choice',
        choices: names.people.map(({ id, name }) => ({ value: id, label: name })),
      };
    case 'number':
      return {
        kind: 'number',
        min: answer.min,
        max: answer.max,
        ...(answer.unit && { unit: answer.unit }),
      };
    case 'text':
      return { kind: 'text', max: answer.max };
    case 'time':
      return { kind: 'time' };
  }
}
