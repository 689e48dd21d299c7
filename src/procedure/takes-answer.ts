import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import { readMoment } from '../model/read-time.ts';

/** What a fact of the kind `standards` may name; anything where nothing is said. */
type Standards = readonly string[] | undefined;

/**
 * Whether a fact takes a value, from whoever it comes: a report, an act, a story. A choice is the very word, because
 * conditions compare it so. Which units and people there are, only a directory knows.
 */
export const takesAnswer = (
  { answer }: Pick<FactSpec, 'answer'>,
  value: FactValue,
  standards: Standards,
): boolean => {
  switch (answer.kind) {
    case 'choice':
      return answer.choices.some((choice) => choice.value === value);
    case 'number':
      return typeof value === 'number' && value >= answer.min && value <= answer.max;
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= answer.max;
    case 'time':
      return typeof value === 'string' && !readMoment(value, 0).fault;
    case 'standards':
      return isId(value) && isStandard({ standards }, value);
    case 'units':
    case 'persons':
      return isId(value);
  }
};

/** Whether an incident can be of a type. */
export const isStandard = (
  { standards }: { readonly standards?: Standards },
  id: FactValue,
): boolean => standards === undefined || standards.includes(String(id));

const isId = (value: FactValue): boolean =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/u.test(value);
