import type { PromptView } from '../../contract/prompt-contract.ts';
import type { PromptRecord } from '../../store/ports/prompts.ts';
import { stepAt } from './incident-specs.ts';
import type { Reading } from './reading.ts';
import { stepView } from './step-view.ts';
import { procedureTitle } from './title-of.ts';

/** A prompt as shown to who has to do or judge it; none where its step is not in the release any more. */
export function promptView(reading: Reading, record: PromptRecord): PromptView | undefined {
  const { incident } = reading;
  const at = stepAt(reading, record.step);
  if (!at) return undefined;
  return {
    incident: incident.id,
    standard: { id: incident.procedure, title: procedureTitle(reading, incident.procedure) },
    priority: incident.priority,
    ...(record.place !== undefined && reading.mayReadProtected && { place: record.place }),
    wants: record.wants,
    step: stepView(reading, at, new Map(record.steps.map(({ step, row }) => [step, row]))),
  };
}
