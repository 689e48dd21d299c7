import { roleHere } from './role-here.ts';
import type { Reading } from './reading.ts';

/**
 * Whether the reader may act in a role in this incident, so that the page offers only what the engine will take.
 * The engine decides again by the same rule (`machine/procedure/role-holder.ts`); a test holds the two together.
 */
export function mayFillRole(reading: Reading, role: string): boolean {
  const { actor, bindings, incident, index, spec } = reading;
  const here = roleHere(reading, role);
  const bound = (spec.roles[here] ?? index.roles[here])?.bound;
  if (bound === undefined || bound === 'public' || !actor.roles.includes(here)) return false;
  const binding = Object.hasOwn(bindings, here) ? bindings[here] : undefined;
  switch (bound) {
    case 'centre':
      return binding?.person === undefined || binding.person === actor.person;
    case 'shift':
      return (
        binding?.person === actor.person ||
        binding?.also?.includes(actor.unit) === true ||
        actor.reach.includes(binding?.unit ?? incident.unit)
      );
    case 'unit':
    case 'registrar':
    case 'beat':
      if (binding?.person !== undefined && binding.person === actor.person) return true;
      if (binding?.also?.includes(actor.unit) === true) return true;
      if (bound === 'beat' && leavesIt(reading, here)) return false;
      return binding?.person === undefined && actor.unit === (binding?.unit ?? incident.unit);
  }
}

// A colleague keeps the incident's beat.
function leavesIt({ actor, spec, values }: Reading, role: string): boolean {
  const { beat } = spec.settings.facts;
  const here = beat === undefined ? undefined : values[beat];
  const { leaves = {} } = actor;
  return here !== undefined && Object.hasOwn(leaves, role) && leaves[role]!.includes(String(here));
}
