import type { Actor } from '../../model/actor.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Person } from '../../store/ports/directory.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

/**
 * Who a signed-in person acts as. Roles that lead by shift reach the own unit and all below it. A centre serves the
 * unit it stands under: its roles reach all of that. Other roles reach nothing beyond what they are bound to. A role
 * that finds its holder by beat is left to the colleagues of the unit where they keep the beat.
 */
export function actorOf(
  { id, unit, roles, beats = [] }: Person,
  roleSpecs: Readonly<Record<string, RoleSpec>>,
  { tree, people }: Pick<DirectoryNames, 'tree' | 'people'>,
): Actor {
  const bounds = new Set(roles.map((role) => roleSpecs[role]?.bound));
  const tops = [
    ...(bounds.has('shift') ? [unit] : []),
    ...(bounds.has('centre') ? [tree.upward(unit)[1] ?? unit] : []),
  ];
  const reach = new Set(tops.flatMap((top) => tree.below(top)));
  const leaves = roles
    .filter((role) => roleSpecs[role]?.bound === 'beat')
    .map((role): [string, readonly string[]] => {
      const colleagues = people.filter((each) => each.unit === unit && each.roles.includes(role));
      const kept = new Set(colleagues.flatMap((each) => each.beats ?? []));
      return [role, [...kept].filter((beat) => !beats.includes(beat))];
    });
  const left = leaves.filter(([, kept]) => kept.length > 0);
  return {
    person: id,
    unit,
    roles,
    reach: [...reach],
    ...(left.length > 0 && { leaves: Object.fromEntries(left) }),
  };
}
