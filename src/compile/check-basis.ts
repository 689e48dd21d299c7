import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import { inside } from './inside.ts';

/** The bases of something as a list; each must be a legal basis, `practice` or `assumed`. */
export function checkBasis(
  basis: string | readonly string[] | undefined,
  place: ProblemPlace,
  { vocabulary, report }: Pick<Catalog, 'vocabulary' | 'report'>,
): readonly string[] {
  for (const [index, name] of asList(basis).entries()) {
    if (Object.hasOwn(vocabulary.bases, name)) continue;
    const at = typeof basis === 'string' ? place : inside(place, index);
    report(unknownName('basis', at, name, Object.keys(vocabulary.bases)));
  }
  return asList(basis);
}
