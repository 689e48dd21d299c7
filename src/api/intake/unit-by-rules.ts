import { evaluate } from '../../conditions/evaluate.ts';
import type { Answers } from '../../model/condition.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import { firstAnswers } from '../../procedure/first-answers.ts';
import { freshRow } from '../../procedure/row-of.ts';
import { rolesLacking } from '../access/roles-lacking.ts';
import type { DirectoryNames } from '../views/directory-names.ts';

/**
 * The unit that handles a report where none was chosen: the own one of who takes it, if it can; else the nearest in the
 * tree of units that can, one of the report's zone before others. Where none can it stays with the own one.
 */
export function unitByRules(
  names: DirectoryNames,
  spec: ProcedureSpec,
  {
    own,
    zone,
    facts,
  }: { readonly own: string; readonly zone?: string | undefined; readonly facts: Answers },
): string {
  const answers = firstAnswers(spec, facts);
  const standing = { answers, bindings: {}, table: { rows: rowsOf(spec, answers), report: 0 } };
  const isAble = (unit: string) => rolesLacking(names, spec, standing, { unit }).length === 0;
  const zones = new Map(names.units.map((unit) => [unit.id, unit.zone]));
  for (const above of names.tree.upward(own)) {
    if (isAble(own)) return own;
    const able = names.tree.below(above).filter(isAble);
    const found = able.find((unit) => zone !== undefined && zones.get(unit) === zone) ?? able[0];
    if (found !== undefined) return found;
  }
  return own;
}

// As it begins: what is not needed from the outset needs nobody.
const rowsOf = (spec: ProcedureSpec, answers: Answers): Readonly<Record<string, StepRow>> =>
  Object.fromEntries(
    Object.values(spec.steps).map(({ id, when }) => {
      const condition = when === undefined ? undefined : spec.conditions[when];
      const isOut = condition !== undefined && evaluate(condition, answers) === false;
      return [id, isOut ? { ...freshRow(id), status: 'not-needed' } : freshRow(id)];
    }),
  );
