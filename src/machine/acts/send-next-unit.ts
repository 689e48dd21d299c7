import { bindRole } from './bind-roles.ts';
import type { Progress } from './progress.ts';
import { roleHere } from '../../procedure/role-holder.ts';

/** Sends another unit as well: its officers may do what the late step's role has to do. */
export const sendNextUnit = (progress: Progress, step: string, unit: string): Progress => {
  const { on, state } = progress;
  const by = on.spec.steps[step]?.by;
  if (by === undefined) return progress;
  const role = roleHere(on.spec, state, by);
  const present = state.bindings[role] ?? { unit: state.unit };
  if (present.unit === unit || present.also?.includes(unit) === true) return progress;
  const binding = { ...present, also: [...(present.also ?? []), unit] };
  return bindRole(progress, { role, binding, why: 'escalation' }, { at: progress.now, step });
};
