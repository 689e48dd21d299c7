import type { GivenFacts } from '../model/act.ts';
import type { Answers } from '../model/condition.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { isWayOf } from './is-way-of.ts';

/**
 * The answers a procedure has before anybody acts: those of the report, and what the engine itself knows. A way of
 * handling that the procedure does not have is no answer; where it has one only, that is the way.
 */
export const firstAnswers = (spec: ProcedureSpec, told: GivenFacts): Answers => {
  const { priority, handledAt } = spec.settings.facts;
  const known = Object.entries(told).filter(
    ([id, value]) => spec.facts[id] !== undefined && (id !== handledAt || isWayOf(spec, value)),
  );
  const [way, ...others] = spec.handledAt;
  return {
    ...(way !== undefined && others.length === 0 && { [handledAt]: way }),
    ...Object.fromEntries(known),
    [priority]: told[priority] ?? spec.priority,
  };
};
