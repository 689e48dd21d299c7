import type { PromptView } from '../../contract/prompt-contract.ts';
import type { Instant } from '../../model/instant.ts';
import { instantOf } from '../../model/read-time.ts';

/** From when until when a prompt has to be answered: a judgement has its own time. */
export function promptTimes({
  wants,
  step,
}: PromptView): { readonly opened: Instant | undefined; readonly due: Instant } | undefined {
  const { pending } = step;
  const judged = wants === 'judge' && pending !== undefined;
  const due = judged ? pending.due : step.due;
  if (due === undefined) return undefined;
  const opened = judged ? pending.proposed : step.opened;
  return {
    opened: opened === undefined ? undefined : instantOf(opened),
    due: instantOf(due),
  };
}
