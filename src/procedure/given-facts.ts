import type { Answers } from '../model/condition.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { GivenFacts } from '../model/act.ts';
import { readMoment, type TimeFault } from '../model/read-time.ts';
import { isAskedForApproval } from './asking-steps.ts';
import { isWayOf } from './is-way-of.ts';
import { takesAnswer } from './takes-answer.ts';

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
        !takesAnswer(fact, value, spec.standards) ||
        (id === spec.settings.facts.handledAt && !isWayOf(spec, value))
      );
    })
    .map(([id]) => id);

/** Why the first of some answers that should be times is none. */
export const timeFaultOf = (
  spec: ProcedureSpec,
  facts: GivenFacts,
  wrong: readonly string[],
): TimeFault | undefined => {
  const id = wrong.find((fact) => spec.facts[fact]?.answer.kind === 'time');
  return id === undefined ? undefined : readMoment(String(facts[id]), 0).fault;
};

/** Facts that a step asks and nobody has answered yet, these answers included. */
export const unansweredFacts = (
  step: StepSpec,
  answers: Answers,
  facts: GivenFacts,
): readonly string[] =>
  step.asks.filter((id) => facts[id] === undefined && answers[id] === undefined);

/**
 * The facts that a report that joins tells and nobody has answered yet. A way of handling that the procedure is not for
 * is left out: it is handled already. So is a fact that takes a second person's agreement: its step answers it.
 */
export const newFacts = (
  spec: ProcedureSpec,
  { answers }: { readonly answers: Answers },
  facts: GivenFacts,
): GivenFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([id, value]) =>
        Object.hasOwn(spec.facts, id) &&
        answers[id] === undefined &&
        !isAskedForApproval(spec, id) &&
        (id !== spec.settings.facts.handledAt || isWayOf(spec, value)),
    ),
  );
