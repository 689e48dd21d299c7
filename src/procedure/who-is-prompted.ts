import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { StepRow } from '../model/step-row.ts';
import { roleHere } from './role-holder.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';
import type { Standing } from './standing.ts';

/** The roles that have something to do, to judge or to answer now; the leader where that is nobody. */
export const whoIsPrompted = (
  spec: ProcedureSpec,
  standing: Pick<Standing, 'answers' | 'table' | 'pendingSwitch'>,
): readonly string[] => {
  const rolesOf = ({ step, status, pending, asked }: StepRow): readonly string[] => [
    ...(status === 'open' ? [roleHere(spec, standing, specOf(spec, step).by)] : []),
    ...(pending === undefined ? [] : [pending.judge]),
    ...(asked === undefined ? [] : [asked.role]),
  ];
  const roles = spec.order.flatMap((id) => rolesOf(rowOf(standing.table, id)));
  const judge = standing.pendingSwitch?.judge.by;
  const all = new Set(judge === undefined ? roles : [...roles, judge]);
  return all.size > 0 ? [...all] : [spec.settings.leader];
};
