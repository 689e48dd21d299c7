import type { Actor } from '../../model/actor.ts';
import type { Binding } from '../../model/binding.ts';
import type { LogData } from '../../model/log-entry.ts';
import { note, withState, type About, type Progress } from './progress.ts';

type Why = Extract<LogData, { kind: 'bound' }>['why'];

/** Binds one role and writes it down. */
export const bindRole = (
  progress: Progress,
  bound: { readonly role: string; readonly binding: Binding; readonly why: Why },
  about: About,
): Progress => {
  const { state } = progress;
  const moved = withState(progress, {
    bindings: { ...state.bindings, [bound.role]: bound.binding },
  });
  return note(moved, about, { kind: 'bound', ...bound });
};

/**
 * Binds every role that a unit holds and nobody is bound to yet: to the registrar's unit where the registrar has the
 * role, else to the handling unit.
 */
export const bindRoles = (progress: Progress, about: About, registrar?: Actor): Progress =>
  Object.values(progress.on.spec.roles)
    .filter(
      ({ id, bound }) =>
        bound !== 'public' && bound !== 'centre' && progress.state.bindings[id] === undefined,
    )
    .reduce((so, { id, bound }) => {
      const own =
        (bound === 'unit' || bound === 'registrar') && registrar?.roles.includes(id) === true;
      const unit = own ? registrar.unit : so.state.unit;
      return bindRole(so, { role: id, binding: { unit }, why: 'started' }, about);
    }, progress);

/**
 * Hands the incident to another unit: roles that nobody in person holds go with it, but for those of the unit that
 * took the report.
 */
export const bindUnit = (
  progress: Progress,
  role: string,
  unit: string,
  about: About,
): Progress => {
  const before = progress.state.unit;
  const bound = bindRole(progress, { role, binding: { unit }, why: 'step' }, about);
  if (unit === before) return bound;
  const handled = note(withState(bound, { unit }), about, {
    kind: 'bound',
    role,
    binding: { unit },
    why: 'step',
    handlingUnit: unit,
  });
  return Object.entries(handled.state.bindings)
    .filter(
      ([id, binding]) =>
        id !== role &&
        progress.on.spec.roles[id]?.bound !== 'registrar' &&
        binding.person === undefined &&
        binding.unit === before,
    )
    .reduce(
      (so, [id]) => bindRole(so, { role: id, binding: { unit }, why: 'step' }, about),
      handled,
    );
};
