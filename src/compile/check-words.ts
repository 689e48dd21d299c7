import { effectiveReversed, stepNameTaken } from '../diagnostics/standard-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { atKey } from './at-key.ts';
import type { Catalog } from './catalog.ts';
import { checkNames } from './check-names.ts';
import type { StepDraft } from './step-draft.ts';

/** Checks what a procedure says at its top, and the names of its steps. */
export function checkWords(
  { file, source }: Sourced<StandardSource>,
  drafts: readonly StepDraft[],
  { vocabulary, report }: Catalog,
): void {
  const { category, protects, effective } = source;
  const at = (...path: readonly string[]) => ({ file, path });
  const known = (words: object) => ({ known: Object.keys(words), report });
  checkNames('category', category, at('category'), known(vocabulary.categories));
  checkNames('protects', protects, at('protects'), known(vocabulary.protects));
  checkNames('way', source['handled-at'], at('handled-at'), known(vocabulary.ways));
  if (effective?.to !== undefined && effective.to < effective.from) {
    report(effectiveReversed(at('effective', 'to'), effective.from, effective.to));
  }
  const taken = ['report', 'opening', 'proposed', ...Object.keys(vocabulary.anchors)];
  for (const { id, place } of drafts) {
    if (taken.includes(id)) report(stepNameTaken(atKey(place), id));
  }
}
