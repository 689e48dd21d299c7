import type { FactSpec } from '../../model/fact-spec.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Text } from '../../model/text.ts';
import type { Reading } from './reading.ts';
import { procedureTitle } from './title-of.ts';

/** A value in words, where it is more than itself: a choice, a standard, a unit, a person, a number with its unit. */
export function factLabel(
  reading: Pick<Reading, 'index' | 'names'>,
  { answer }: FactSpec,
  value: FactValue,
): Text | undefined {
  const id = String(value);
  switch (answer.kind) {
    case 'choice':
      return answer.choices.find((choice) => choice.value === id)?.label;
    case 'standards':
      return procedureTitle(reading, id);
    case 'units':
      return reading.names.unit(id).name;
    case 'persons':
      return reading.names.person(id).name;
    case 'number':
      return answer.unit && { zh: `${id}${answer.unit.zh}`, en: `${id} ${answer.unit.en}` };
    case 'text':
    case 'time':
      return undefined;
  }
}
