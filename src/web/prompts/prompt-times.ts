import type { PromptView } from '../../contract/prompt-contract.ts';
import type { Instant } from '../../model/instant.ts';
import { instantOf } from '../../model/read-time.ts';

/** From when until when a prompt has to be answered: a judgement and an answer have their own time. */
export function promptTimes(
  prompt: PromptView,
): { readonly opened: Instant | undefined; readonly due: Instant } | undefined {
  const { opened, due } = timesOf(prompt);
  if (due === undefined) return undefined;
  return {
    opened: opened === undefined ? undefined : instantOf(opened),
    due: instantOf(due),
  };
}

function timesOf({ wants, step }: PromptView): {
  readonly opened?: string | undefined;
  readonly due?: string | undefined;
} {
  const { asked, pending } = step;
  if (wants === 'judge' && pending) return { opened: pending.proposed, due: pending.due };
  if (wants === 'answer' && asked) return { opened: asked.at, due: asked.due };
  return { opened: step.opened, due: step.due };
}
