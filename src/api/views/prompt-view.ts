import type { PromptView } from '../../contract/prompt-contract.ts';
import type { PromptRecord } from '../../store/ports/prompts.ts';
import { stepAt } from './steps-of.ts';
import type { Reading } from './reading.ts';
import { stepView } from './step-view.ts';
import { procedureTitle } from './title-of.ts';

/** A prompt as shown to who has to do or judge it; none where its step is not in the release any more. */
export function promptView(reading: Reading, record: PromptRecord): PromptView | undefined {
  const { incident, standing } = reading;
  const at = stepAt(reading, record.step);
  if (!at) return undefined;
  // Its other steps are read only where something hangs on them.
  const rows = { ...standing.table.rows, [at.step.id]: at.row };
  return {
    incident: incident.id,
    standard: { id: incident.procedure, title: procedureTitle(reading, incident.procedure) },
    priority: incident.priority,
    ...(record.place !== undefined && reading.mayReadProtected && { place: record.place }),
    wants: record.wants,
    step: stepView(
      { ...reading, standing: { ...standing, table: { ...standing.table, rows } } },
      at,
    ),
  };
}
