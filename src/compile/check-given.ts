import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownInScenario } from '../diagnostics/scenario-problems.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { Catalog } from './catalog.ts';
import { atKey } from './at-key.ts';
import { checkValue } from './check-value.ts';
import { inside } from './inside.ts';

/** Checks the facts that a scenario or a case gives: each must exist and be answered in its own way. */
export function checkGiven(
  given: Readonly<Record<string, FactValue>> | undefined,
  place: ProblemPlace,
  { facts, outcomes, report }: Catalog,
): void {
  for (const [fact, value] of Object.entries(given ?? {})) {
    const spec = facts.all.get(fact)?.value;
    const at = inside(place, fact);
    if (spec) checkValue(spec, value, at, { standards: outcomes, report });
    else report(unknownInScenario('fact', atKey(at), fact, [...facts.all.keys()]));
  }
}
