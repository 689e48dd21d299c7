import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';

/** An answer that a fact takes: the first choice, the least number. `here` names what there is to be chosen from. */
export const plausibleAnswer = (
  { answer }: FactSpec,
  here: {
    readonly procedure: string;
    readonly unit: string;
    readonly person: string;
    readonly time: string;
  },
): FactValue => {
  switch (answer.kind) {
    case 'choice':
      return answer.choices[0]?.value ?? '';
    case 'number':
      return answer.min;
    case 'text':
      return '—';
    case 'time':
      return here.time;
    case 'standards':
      return here.procedure;
    case 'units':
      return here.unit;
    case 'persons':
      return here.person;
  }
};
