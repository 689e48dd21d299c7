import type { RoleSpec } from '../../model/role-spec.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

/** True where a role can be held in a unit: somebody active there has it; of a leader's role, there or in a unit above. */
export function canHold(
  { people, tree }: Pick<DirectoryNames, 'people' | 'tree'>,
  role: RoleSpec | undefined,
  unit: string,
): boolean {
  if (role === undefined || role.bound === 'public' || role.bound === 'centre') return true;
  if (!tree.has(unit)) return false;
  const units = role.bound === 'shift' ? tree.upward(unit) : [unit];
  return people.some((person) => units.includes(person.unit) && person.roles.includes(role.id));
}
