import type { RoleSpec } from '../../model/role-spec.ts';
import type { Person } from '../../store/ports/directory.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import type { Access, AccessActor } from './access-actor.ts';
import type { UnitTree } from './unit-tree.ts';

type Roles = Readonly<Record<string, RoleSpec>>;
type Held = Pick<Person, 'unit' | 'roles'>;

/**
 * A signed-in person as actor. Roles that are bound by shift reach the own unit and all below it. A centre serves the
 * unit it stands under: its roles reach all of that. Other roles reach nothing beyond what they are bound to. A role
 * that finds its holder by beat is left to the colleagues of the unit where they keep the beat.
 */
export function actorOf(
  { id, unit, roles, beats = [] }: Person,
  roleSpecs: Roles,
  { tree, people }: Pick<DirectoryNames, 'tree' | 'people'>,
): AccessActor {
  const leaves = roles
    .filter((role) => roleSpecs[role]?.bound === 'beat')
    .map((role): [string, readonly string[]] => {
      const colleagues = people.filter((each) => each.unit === unit && each.roles.includes(role));
      const kept = new Set(colleagues.flatMap((each) => each.beats ?? []));
      return [role, [...kept].filter((beat) => !beats.includes(beat))];
    });
  const left = leaves.filter(([, kept]) => kept.length > 0);
  const access = accessOf({ unit, roles }, roleSpecs, tree);
  const shifts = roles.some((role) => roleSpecs[role]?.bound === 'shift');
  return {
    person: id,
    unit,
    roles,
    // A role bound by shift is held in the units below, also where it sees only what asks it.
    reach: [...new Set([...(shifts ? tree.below(unit) : []), ...access.leads])],
    ...(left.length > 0 && { leaves: Object.fromEntries(left) }),
    access,
  };
}

function accessOf({ unit, roles }: Held, roleSpecs: Roles, tree: UnitTree): Access {
  const reaching = roles.flatMap((role) => {
    const { bound, sees = 'all' } = roleSpecs[role] ?? {};
    if (bound !== 'shift' && bound !== 'centre') return [];
    const top = bound === 'centre' ? (tree.upward(unit)[1] ?? unit) : unit;
    return [{ role, sees, units: tree.below(top) }];
  });
  const unitsOf = (...kinds: readonly string[]) => [
    ...new Set(reaching.filter(({ sees }) => kinds.includes(sees)).flatMap(({ units }) => units)),
  ];
  const asked = reaching.filter(({ sees }) => sees === 'asked');
  return {
    leads: unitsOf('all'),
    reads: unitsOf('all', 'reads'),
    serves: Object.fromEntries(asked.map(({ role, units }) => [role, units])),
    onlyReads: roles.length > 0 && roles.every((role) => roleSpecs[role]?.sees === 'reads'),
  };
}
