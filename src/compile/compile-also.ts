import { leadsToItself } from '../diagnostics/standard-problems.ts';
import type { AlsoSpec } from '../model/procedure-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { checkBasis } from './check-basis.ts';
import { checkNames } from './check-names.ts';
import { inside } from './inside.ts';
import { parseCondition } from './parse-condition.ts';
import { procedureId } from './procedure-id.ts';
import type { StepContext } from './step-context.ts';

/** The standards that come beside this one. */
export function compileAlso(
  { file, source }: Sourced<StandardSource>,
  { catalog, pool, condition }: StepContext,
): readonly AlsoSpec[] {
  const { report, standards } = catalog;
  return (source.also ?? []).map(({ when, standard, basis }, index) => {
    const place = { file, path: ['also', index] };
    const at = inside(place, 'standard');
    checkNames('standard', standard, at, { known: standards.keys(), report });
    if (standard === procedureId(source)) report(leadsToItself(at, standard));
    return {
      when: pool.numberOf(parseCondition(when, inside(place, 'when'), condition)),
      procedure: standard,
      basis: checkBasis(basis, inside(place, 'basis'), catalog),
    };
  });
}
