import { wayNotAllowed } from '../diagnostics/standard-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/**
 * The ways of handling that a step is for, of those that the procedure allows: none written means all. Nothing when
 * they leave the step out: a part serves many standards, but a standard's own step must be for a way it has.
 */
export function keepWays(
  draft: StepDraft,
  { source }: Sourced<StandardSource>,
  { report }: Catalog,
): readonly string[] | undefined {
  const allowed = asList(source['handled-at']);
  if (draft.ways.length === 0) return [];
  const kept = draft.ways.filter((way) => allowed.includes(way));
  if (draft.part === undefined) {
    for (const way of draft.ways) {
      if (!allowed.includes(way))
        report(wayNotAllowed(placeOfKey(draft, 'handled-at'), way, allowed));
    }
  }
  if (kept.length === 0) return undefined;
  return kept.length === allowed.length ? [] : kept;
}
