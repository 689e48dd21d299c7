import type { ActMessage } from '../../model/act.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Verdict } from '../../model/verdict.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { mayClose } from '../../procedure/closing.ts';
import type { Progress } from './progress.ts';
import { refusals } from '../../procedure/refusals.ts';
import { wokenBy } from './woken-by.ts';

/** Why an act may not close, although nothing is left: what it answers makes something needed. */
export const refuseClosing = (
  progress: Progress,
  { act }: ActMessage,
  verdict: Verdict,
): Refusal | undefined => {
  const { spec } = progress.on;
  if (spec.closing === undefined || !mayClose(spec, act)) return undefined;
  const waiting = wokenBy(progress, verdict.holds).filter((id) => !specOf(spec, id).optional);
  return waiting.length === 0
    ? undefined
    : refusals.stepsOpen({ open: [], waiting, undecided: [], unconfirmed: [] });
};
