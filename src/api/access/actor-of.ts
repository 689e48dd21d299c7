import type { Actor } from '../../model/actor.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Person } from '../../store/ports/directory.ts';
import type { UnitTree } from './unit-tree.ts';

/**
 * Who a signed-in person acts as. Roles that lead by shift reach the own unit and all below it. A centre serves the
 * unit it stands under: its roles reach all of that. Other roles reach nothing beyond what they are bound to.
 */
export function actorOf(
  { id, unit, roles }: Person,
  roleSpecs: Readonly<Record<string, RoleSpec>>,
  tree: UnitTree,
): Actor {
  const bounds = new Set(roles.map((role) => roleSpecs[role]?.bound));
  const tops = [
    ...(bounds.has('shift') ? [unit] : []),
    ...(bounds.has('centre') ? [tree.upward(unit)[1] ?? unit] : []),
  ];
  const reach = new Set(tops.flatMap((top) => tree.below(top)));
  return { person: id, unit, roles, reach: [...reach] };
}
