import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Holding } from './standing.ts';

/** The role that stands for a role here: who handles differs by the way of handling. */
export const roleHere = (
  spec: ProcedureSpec,
  { answers }: Pick<Holding, 'answers'>,
  role: string,
): string => {
  const here = answers[spec.settings.facts.handledAt];
  return spec.roles[role]?.is?.[String(here)] ?? role;
};

/** The role that does a step here. */
export const roleOf = (
  spec: ProcedureSpec,
  holding: Pick<Holding, 'answers'>,
  step: string,
): string => roleHere(spec, holding, spec.steps[step]?.by ?? '');

/** True where an actor leaves a role to the colleague who keeps the incident's beat. */
const leavesIt = (
  { settings }: ProcedureSpec,
  { answers }: Holding,
  role: string,
  { leaves = {} }: Actor,
): boolean => {
  const beat = settings.facts.beat === undefined ? undefined : answers[settings.facts.beat];
  return beat !== undefined && Object.hasOwn(leaves, role) && leaves[role]!.includes(String(beat));
};

/**
 * True where an actor may act in a role in this incident: they hold the role, and are the person bound, or of a unit
 * bound. A role bound by beat is that of the colleague who keeps the beat, if one of the unit does and no person is
 * bound. A leader's role reaches down the unit tree, so with nobody on duty the next unit up can act.
 */
export const holdsRole = (
  spec: ProcedureSpec,
  holding: Holding,
  role: string,
  actor: Actor,
): boolean => {
  const here = roleHere(spec, holding, role);
  const bound = spec.roles[here]?.bound;
  if (bound === undefined || bound === 'public' || !actor.roles.includes(here)) return false;
  const binding = holding.bindings[here];
  switch (bound) {
    case 'centre':
      return binding?.person === undefined || binding.person === actor.person;
    case 'shift':
      return (
        binding?.person === actor.person ||
        binding?.also?.includes(actor.unit) === true ||
        actor.reach.includes(binding?.unit ?? holding.unit)
      );
    case 'unit':
    case 'registrar':
    case 'beat':
      if (binding?.person !== undefined && binding.person === actor.person) return true;
      if (binding?.also?.includes(actor.unit) === true) return true;
      if (bound === 'beat' && leavesIt(spec, holding, here, actor)) return false;
      return binding?.person === undefined && actor.unit === (binding?.unit ?? holding.unit);
  }
};

/** True where an actor could act in a role if nobody in person were bound to it: a colleague was quicker. */
export const couldHold = (
  spec: ProcedureSpec,
  holding: Holding,
  role: string,
  actor: Actor,
): boolean => {
  const bindings = Object.fromEntries(
    Object.entries(holding.bindings).map(([id, { person: _bound, ...binding }]) => [id, binding]),
  );
  return holdsRole(spec, { ...holding, bindings }, role, actor);
};

/** True where an actor holds any role in this incident. */
export const isInvolved = (spec: ProcedureSpec, holding: Holding, actor: Actor): boolean =>
  Object.keys(spec.roles).some((role) => holdsRole(spec, holding, role, actor));
