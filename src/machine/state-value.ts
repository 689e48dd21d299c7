import type { Pending, StepRow, StepStatus } from '../model/step-row.ts';

/** The state of a step's region, as XState writes it. */
export type RegionValue = string | { readonly [state: string]: RegionValue };

/** The state of the region that a row at rest stands for. */
export const regionValue = (row: StepRow): RegionValue => {
  switch (row.status) {
    case 'waiting':
    case 'undecided':
    case 'between':
      return row.status;
    case 'open':
      return { open: openSubstate(row) };
    case 'done':
    case 'not-needed':
    case 'deviated':
      return { ended: endedSubstate(row.status, row.pending?.kind) };
    case 'superseded':
      return { ended: row.status };
    case 'missed':
      throw new Error(`step ${row.step} cannot rest as missed: only an occurrence ends so`);
  }
};

const endedSubstate = (
  status: 'done' | 'not-needed' | 'deviated',
  pending: Pending['kind'] | undefined,
): RegionValue => {
  if (pending === 'correction') return { [status]: 'correcting' };
  if (status !== 'done') return status;
  return { done: pending === 'confirm' ? 'unconfirmed' : 'settled' };
};

const openSubstate = ({ pending }: StepRow): string => {
  if (pending === undefined) return 'prompted';
  return pending.kind === 'deviation' ? 'deviating' : 'proposed';
};

/** The status that a region's state means. */
export const statusOf = (value: RegionValue): StepStatus => {
  if (typeof value === 'string') return value as StepStatus;
  if ('open' in value) return 'open';
  const ended = value['ended'];
  return (typeof ended === 'string' ? ended : Object.keys(ended ?? {})[0]) as StepStatus;
};
