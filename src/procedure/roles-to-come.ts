import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { hasEnded } from './has-ended.ts';
import { roleHere } from './role-holder.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';
import type { Standing } from './standing.ts';

/**
 * The roles that a unit needs to handle what is left: those of required steps that are not over, where nobody in person
 * holds them. A role that stays with the unit that took the report, and one that is a leader's or a centre's, needs
 * nobody in the unit.
 */
export const rolesToCome = (
  spec: ProcedureSpec,
  standing: Pick<Standing, 'answers' | 'bindings' | 'table'>,
): readonly string[] => {
  const roles = spec.order.flatMap((id) => {
    const step = specOf(spec, id);
    if (step.optional || hasEnded(rowOf(standing.table, id))) return [];
    const role = roleHere(spec, standing, step.by);
    const bound = spec.roles[role]?.bound;
    const isTheUnits = bound === 'unit' || bound === 'beat';
    // Which role it is, the way of handling says once it is known.
    return isTheUnits && spec.roles[role]?.is === undefined ? [role] : [];
  });
  return [...new Set(roles)].filter((role) => standing.bindings[role]?.person === undefined);
};
