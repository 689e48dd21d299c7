import type { RoleSpec } from '../../model/role-spec.ts';
import type { Person } from '../../store/ports/directory.ts';

/**
 * The ways in which each unit can handle an incident: those for which somebody of it holds the role that handles so.
 * Which roles these are, the roles say that others stand for; where none does, nothing tells units apart.
 */
export function handlingWays(
  roles: Readonly<Record<string, RoleSpec>>,
  people: readonly Pick<Person, 'unit' | 'roles'>[],
  ways: readonly string[],
): (unit: string) => string[] {
  const handlers = Object.values(roles).flatMap(({ is = {} }) => Object.entries(is));
  if (handlers.length === 0) return () => [...ways];
  const found = new Set(
    people.flatMap(({ unit, roles: held }) =>
      handlers.flatMap(([way, role]) => (held.includes(role) ? [`${unit} ${way}`] : [])),
    ),
  );
  return (unit) => ways.filter((way) => found.has(`${unit} ${way}`));
}
