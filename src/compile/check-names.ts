import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownName, type KnownKind } from '../diagnostics/unknown-name.ts';
import { asList } from './as-list.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';

/** One or several names as a list, each of which must be known. */
export function checkNames(
  kind: KnownKind,
  names: string | readonly string[] | undefined,
  place: ProblemPlace,
  { known, report }: { readonly known: Iterable<string>; readonly report: ReportProblem },
): readonly string[] {
  const candidates = [...known];
  for (const [index, name] of asList(names).entries()) {
    if (candidates.includes(name)) continue;
    report(
      unknownName(kind, typeof names === 'string' ? place : inside(place, index), name, candidates),
    );
  }
  return asList(names);
}
