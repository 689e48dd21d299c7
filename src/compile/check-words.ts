import { effectiveReversed, noSuchDate, stepNameTaken } from '../diagnostics/standard-problems.ts';
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
  for (const [key, date] of Object.entries(effective ?? {})) {
    if (!isDate(date)) report(noSuchDate(at('effective', key), date));
  }
  if (effective?.to !== undefined && effective.to < effective.from) {
    report(effectiveReversed(at('effective', 'to'), effective.from, effective.to));
  }
  const taken = ['report', 'opening', 'proposed', ...Object.keys(vocabulary.anchors)];
  for (const { id, place } of drafts) {
    if (taken.includes(id)) report(stepNameTaken(atKey(place), id));
  }
}

const isDate = (date: string) => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
};
