import type { StepRow } from '../model/step-row.ts';

/** True where nothing more is to be done at a step, whatever its end was. */
export const hasEnded = ({ status }: Pick<StepRow, 'status'>): boolean =>
  status !== 'waiting' && status !== 'undecided' && status !== 'open' && status !== 'between';

/** True where a step reaches its anchor: by being done or agreed to be left, not by not being needed. */
export const hasReached = ({ status }: Pick<StepRow, 'status'>): boolean =>
  status === 'done' || status === 'deviated';
