import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { roleCannotAct } from '../diagnostics/step-problems.ts';
import { roleOnlyReads } from '../diagnostics/vocabulary-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { Catalog } from './catalog.ts';

/** Reports a role that there is not, or one that is to act and cannot: it is outside the bureau, or only reads. */
export function checkRole(
  role: string,
  place: ProblemPlace,
  { vocabulary: { roles }, report }: Pick<Catalog, 'vocabulary' | 'report'>,
  does: 'acts' | 'is-told' = 'acts',
): void {
  const spec = Object.hasOwn(roles, role) ? roles[role] : undefined;
  if (!spec) report(unknownName('role', place, role, Object.keys(roles)));
  else if (does === 'acts' && spec.bound === 'public') report(roleCannotAct(place, role));
  else if (does === 'acts' && spec.sees === 'reads') report(roleOnlyReads(place, role));
}
