import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';

/** The spec of a step. What names a step of a procedure names one that it has. */
export const specOf = (spec: ProcedureSpec, id: string): StepSpec => {
  const found = spec.steps[id];
  if (found === undefined) throw new Error(`spec ${spec.id} has no step ${id}`);
  return found;
};
