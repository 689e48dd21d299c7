import type { StepRow } from '../model/step-row.ts';

/** Whether nothing more is to be done at a step, whatever became of it. */
export const hasEnded = ({ status }: Pick<StepRow, 'status'>): boolean =>
  status !== 'waiting' && status !== 'undecided' && status !== 'open' && status !== 'between';

/** Whether a step reaches its anchor: by being done or agreed to be left, not by not being needed. */
export const hasReached = ({ status }: Pick<StepRow, 'status'>): boolean =>
  status === 'done' || status === 'deviated';
