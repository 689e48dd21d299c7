import type { Change } from '../src/machine/acts/conduct.ts';
import { note } from '../src/machine/acts/progress.ts';
import type { Effect } from '../src/model/effect.ts';

/** Writes down that an effect could not be performed and is tried again. */
export const noteFailed = (effect: Effect): Change =>
  function* (progress) {
    return note(progress, aboutOf(effect, progress.now), { kind: 'effect-failed', ...of(effect) });
  };

/** The change of an effect that had failed before: it is written down that it is performed now. */
export const performedAfterAll = (change: Change, effect: Effect): Change =>
  function* (progress) {
    const changed = yield* change(progress);
    const about = aboutOf(effect, changed.now);
    return note(changed, about, { kind: 'effect-performed', ...of(effect) });
  };

const aboutOf = (effect: Effect, at: number): { readonly at: number; readonly step?: string } => ({
  at,
  ...('step' in effect ? { step: effect.step } : {}),
});

const of = (
  effect: Effect,
): { readonly effect: Effect['kind']; readonly key: string; readonly procedure?: string } => ({
  effect: effect.kind,
  key: effect.key,
  ...('procedure' in effect ? { procedure: effect.procedure } : {}),
});
