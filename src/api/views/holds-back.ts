import type { PendingView } from '../../contract/step-contract.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { StepAt } from './incident-specs.ts';
import type { Reading } from './reading.ts';
import { stepTitle } from './title-of.ts';
import { waitingFor } from './waiting-for.ts';

/** What cannot go on until a second person has answered: the steps that wait for this one, and closing. */
export function holdsBack(
  reading: Reading,
  { spec, step, row }: StepAt,
  rows: ReadonlyMap<string, StepRow>,
): PendingView['holdsBack'] {
  const waits = (id: string): boolean => {
    const status = rows.get(id)?.status ?? 'waiting';
    const after = spec.steps[id]?.after;
    return (
      status === 'waiting' && after !== undefined && waitingFor(spec, after, rows).includes(step.id)
    );
  };
  return {
    steps: spec.order
      // The closing step is told by `closing`.
      .filter((id) => id !== step.id && spec.steps[id]?.closes !== true && waits(id))
      .map((id) => ({ id, title: stepTitle({ ...reading, spec }, id) })),
    closing: !step.optional || row.pending?.kind === 'confirm',
  };
}
