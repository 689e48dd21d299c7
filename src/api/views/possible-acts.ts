import type { StepView } from '../../contract/step-contract.ts';
import { mayFillRole } from './may-fill-role.ts';
import type { StepAt } from './incident-specs.ts';
import type { Reading } from './reading.ts';

/** The acts that the reader may do on a step now; the engine judges each again when it comes. */
export function possibleActs(reading: Reading, { spec, step, row }: StepAt): StepView['can'] {
  const { actor, incident } = reading;
  if (incident.closedAt !== undefined) return [];
  const { pending, status } = row;
  const own = mayFillRole(reading, step.by);
  const judges = pending && pending.by !== actor.person && mayFillRole(reading, pending.judge);
  const isOpen = status === 'open';
  const extends_ = isOpen && isExtendable(step, row) && mayFillRole(reading, step.extend?.by ?? '');
  // The closing itself cannot be left undone: an incident that is not closed is not done.
  const deviates =
    isOpen && own && !pending && !step.closes && Object.keys(spec.reasons).length > 0;
  const proposed = pending && pending.kind !== 'deviation';
  const acts: StepView['can'] = [
    ...(isOpen && own && !proposed ? (['do'] as const) : []),
    ...(deviates ? (['deviate'] as const) : []),
    ...(extends_ ? (['extend'] as const) : []),
    ...(judges ? (['agree', 'reject'] as const) : []),
    ...(mayReopen(reading, status) ? (['reopen'] as const) : []),
  ];
  return acts;
}

const isExtendable = (
  { extend }: StepAt['step'],
  { due, extended = 0, lateAt }: StepAt['row'],
): boolean =>
  extend !== undefined && due !== undefined && lateAt === undefined && extended < extend.times;

const mayReopen = (reading: Reading, status: string): boolean =>
  (status === 'done' || status === 'deviated') &&
  mayFillRole(reading, reading.spec.settings.leader);
