import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import { rolesToCome } from '../../procedure/roles-to-come.ts';
import type { Standing } from '../../procedure/standing.ts';
import { canHold } from './can-hold.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

/** Of the roles that an incident still needs, and this one, those that nobody of a unit can hold. */
export function rolesLacking(
  names: Pick<DirectoryNames, 'people' | 'tree'>,
  spec: ProcedureSpec,
  standing: Pick<Standing, 'answers' | 'bindings' | 'table'>,
  { unit, role }: { readonly unit: string; readonly role?: string | undefined },
): readonly string[] {
  const roles = new Set([...(role === undefined ? [] : [role]), ...rolesToCome(spec, standing)]);
  return [...roles].filter((id) => !canHold(names, spec.roles[id], unit));
}
