import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';

/** True where a step asks a fact or may ask it. */
export const asksFact = ({ asks, mayAsk }: Pick<StepSpec, 'asks' | 'mayAsk'>, fact: string) =>
  asks.includes(fact) || mayAsk.includes(fact);

/** The steps that ask a fact or may ask it, in the order of the standard. */
export const askingSteps = (spec: ProcedureSpec, fact: string): readonly StepSpec[] =>
  spec.order.flatMap((id) => {
    const step = spec.steps[id];
    return step !== undefined && asksFact(step, fact) ? [step] : [];
  });

/** True where every step that asks a fact holds its effect back until a second person agrees. */
export const isAskedForApproval = (spec: ProcedureSpec, fact: string): boolean => {
  const steps = askingSteps(spec, fact);
  return steps.length > 0 && steps.every(({ approve }) => approve !== undefined);
};
