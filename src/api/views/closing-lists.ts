import type { IncidentView } from '../../contract/incident-contract.ts';
import { mayFillRole } from './may-fill-role.ts';
import type { StepAt } from './incident-specs.ts';
import type { Reading } from './reading.ts';

/** What stands between now and closing: the unended required steps, as the engine would name them. */
export function closingLists(reading: Reading, steps: readonly StepAt[]): IncidentView['closing'] {
  const { incident, spec } = reading;
  const closing = steps.find(({ step }) => step.id === spec.closing);
  const required = steps.filter((each) => !each.step.optional && each !== closing);
  const withStatus = (...statuses: readonly string[]) =>
    required.filter(({ row }) => statuses.includes(row.status)).map(({ step }) => step.id);
  const lists = {
    open: withStatus('open', 'between'),
    waiting: withStatus('waiting'),
    undecided: withStatus('undecided'),
    unconfirmed: required
      .filter(({ row }) => row.status === 'done' && row.pending?.kind === 'confirm')
      .map(({ step }) => step.id),
  };
  const nothingLeft = Object.values(lists).every((list) => list.length === 0);
  const mayClose = closing?.row.status === 'open' && mayFillRole(reading, closing.step.by);
  return { can: incident.closedAt === undefined && nothingLeft && mayClose, ...lists };
}
