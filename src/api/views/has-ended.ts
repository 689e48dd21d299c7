import type { StepRow } from '../../model/step-row.ts';

/** Whether nothing more is to be done at a step, whatever became of it. */
export const hasEnded = ({ status }: Pick<StepRow, 'status'>): boolean =>
  status !== 'waiting' && status !== 'undecided' && status !== 'open' && status !== 'between';
