import { factNobodyAsks } from '../diagnostics/standard-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import { createConditionPool } from './condition-pool.ts';
import type { ExpandedSteps } from './expand-parts.ts';
import type { FactScope } from './fact-scope.ts';
import type { StepContext } from './step-context.ts';

/** The context that the steps of a procedure are compiled against. */
export function procedureContext(
  procedure: Sourced<StandardSource>,
  { kept, leftOut }: ExpandedSteps,
  catalog: Catalog,
): StepContext {
  const { report, outcomes } = catalog;
  const sources = kept.map(({ source }) => source);
  const asked = new Set(
    sources.flatMap((source) => [...(source.asks ?? []), ...(source['may-ask'] ?? [])]),
  );
  return {
    catalog,
    pool: createConditionPool(),
    condition: {
      facts: factsOf(procedure, catalog),
      standards: outcomes,
      report,
      checkRead: ({ id, from }, place) => {
        if (from === 'asked' && !asked.has(id)) report(factNobodyAsks(place, id));
      },
    },
    ways: asList(procedure.source['handled-at']),
    steps: new Set(kept.map(({ id }) => id)),
    leftOut,
    reached: new Set(sources.flatMap(({ reaches }) => reaches ?? [])),
  };
}

/** Shared facts, those of the parts, and the procedure's own, which go before the others. */
function factsOf({ file, source }: Sourced<StandardSource>, { facts, parts }: Catalog): FactScope {
  const files = [...(source.parts ?? []).map((part) => parts.get(part)?.file), file];
  const own = files.flatMap((name) => [...((name && facts.byFile.get(name)) || [])]);
  return new Map([...facts.shared, ...own]);
}
