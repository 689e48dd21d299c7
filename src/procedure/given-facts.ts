import type { Answers } from '../model/condition.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { GivenFacts } from '../model/act.ts';

/** Facts that the spec does not know. */
export const unknownFacts = (spec: ProcedureSpec, facts: GivenFacts): readonly string[] =>
  Object.keys(facts).filter((id) => !Object.hasOwn(spec.facts, id));

/** Facts whose value is not one that the fact takes, or that nobody may give. */
export const invalidFacts = (spec: ProcedureSpec, facts: GivenFacts): readonly string[] =>
  Object.entries(facts)
    .filter(([id, value]) => {
      const fact = Object.hasOwn(spec.facts, id) ? spec.facts[id] : undefined;
      return (
        fact === undefined ||
        fact.from === 'decision' ||
        !takes(fact, value) ||
        (fact.answer.kind === 'standards' && !isStandard(spec, value)) ||
        (id === spec.settings.facts.handledAt && !isWayOf(spec, value))
      );
    })
    .map(([id]) => id);

/** Facts that a step asks and nobody has answered yet, these answers included. */
export const unansweredFacts = (
  step: StepSpec,
  answers: Answers,
  facts: GivenFacts,
): readonly string[] =>
  step.asks.filter((id) => facts[id] === undefined && answers[id] === undefined);

// `2026-03-02T08:00`, with seconds and the offset from UTC where they are known.
const moment =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/u;

const takes = ({ answer }: FactSpec, value: FactValue): boolean => {
  switch (answer.kind) {
    case 'choice':
      return answer.choices.some((choice) => choice.value === String(value));
    case 'number':
      return typeof value === 'number' && value >= answer.min && value <= answer.max;
    case 'text':
      return typeof value === 'string' && value.length > 0 && value.length <= answer.max;
    case 'time':
      return typeof value === 'string' && moment.test(value);
    case 'standards':
    case 'units':
    case 'persons':
      return typeof value === 'string' && /^[a-z0-9][a-z0-9-]*$/u.test(value);
  }
};

/** Whether the release has such a standard. */
export const isStandard = ({ standards }: ProcedureSpec, id: FactValue): boolean =>
  standards === undefined || standards.includes(String(id));

/** Whether a procedure can be handled in a way; one that names none can be handled in any. */
export const isWayOf = ({ handledAt }: ProcedureSpec, way: FactValue): boolean =>
  handledAt.length === 0 || handledAt.includes(String(way));
