import type { Truth } from '../../model/condition.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { move, type About, type Progress } from './progress.ts';
import { wokenBy } from './woken-by.ts';

/**
 * Steps that were not needed and by new truths are, or may be, wait again before anything else moves. Otherwise a step
 * that comes behind would still find them ended, and open; and a procedure without a closing step could close.
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

// Conditions that end the step itself; without a closing step the end of another repetition may close the whole.
const endedBy = (spec: ProcedureSpec, step: string): readonly (number | undefined)[] =>
  (spec.closing === undefined ? spec.order : [step]).map(
    (id) => specOf(spec, id).repeat?.untilHolds,
  );
