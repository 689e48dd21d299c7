import type { ActMessage } from '../../model/act.ts';
import type { Truth } from '../../model/condition.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Verdict } from '../../model/verdict.ts';
import { rowOf, specOf } from '../step.ts';
import { mayClose } from './closing.ts';
import { move, type About, type Progress } from './progress.ts';
import { refusals } from './refusals.ts';

/**
 * What was not needed and is by new truths, or may be, waits again before anything else moves. Otherwise what comes
 * behind it would still find it ended, and open; and what has no closing step could close.
 *
 * @param ending the step that is about to be ended by an act: what could end it sooner is not told ahead
 */
export const needAgain = (
  progress: Progress,
  coming: readonly Truth[] | undefined,
  about: About,
  ending?: string,
): Progress => {
  const { spec } = progress.on;
  const held = ending === undefined ? [] : endedBy(spec, ending);
  const woken = wokenBy(progress, coming)
    .map((id) => specOf(spec, id).when)
    .filter((condition) => !held.includes(condition));
  if (coming === undefined || woken.length === 0) return progress;
  const ahead = progress.state.table.holds.map((before, condition): Truth =>
    woken.includes(condition) ? (coming[condition] ?? null) : before,
  );
  return move(progress, { type: 'truths', holds: ahead }, about);
};

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

// Steps that were not needed, and are by these truths or may be.
const wokenBy = (
  { on: { spec }, state: { table, edition } }: Progress,
  coming: readonly Truth[] | undefined,
): readonly string[] => {
  if (coming === undefined || edition === undefined) return [];
  return spec.order.filter((id) => {
    const { when } = specOf(spec, id);
    const wakes = when !== undefined && table.holds[when] === false && coming[when] !== false;
    return wakes && rowOf(table, id).status === 'not-needed';
  });
};

// Conditions that end the step itself; without a closing step the end of another repetition may close the whole.
const endedBy = (spec: ProcedureSpec, step: string): readonly (number | undefined)[] =>
  (spec.closing === undefined ? spec.order : [step]).map(
    (id) => specOf(spec, id).repeat?.untilHolds,
  );
