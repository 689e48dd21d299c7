import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import { readMoment } from '../model/read-time.ts';

/** The types that a fact of the kind `standards` may name; any where nothing is said. */
type Standards = readonly string[] | undefined;

/**
 * True where a fact takes a value, whatever it comes from: a report, an act, a story. A choice is the very word,
 * because conditions compare it so. Only a directory knows which units and people there are.
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

/** True where an incident can be of a type. */
export const isStandard = (
  { standards }: { readonly standards?: Standards },
  id: FactValue,
): boolean => standards === undefined || standards.includes(String(id));

const isId = (value: FactValue): boolean =>
  typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/u.test(value);
