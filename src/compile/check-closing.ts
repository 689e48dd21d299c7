import {
  closingConditional,
  closingMissing,
  closingTwice,
} from '../diagnostics/standard-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { atKey } from './at-key.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** A standard has one step that closes the incident; a procedure has at most one. */
export function checkClosing(
  { file, source }: Sourced<StandardSource>,
  drafts: readonly StepDraft[],
  report: ReportProblem,
): void {
  const [first, ...others] = drafts.filter((draft) => draft.source.closes === true);
  for (const draft of others) report(closingTwice(placeOfKey(draft, 'closes'), first!.id));
  if (first && !isAlways(first)) report(closingConditional(atKey(first.place), first.id));
  if (!first && source.standard !== undefined) {
    report(closingMissing({ file, path: ['standard'] }));
  }
}

const isAlways = ({ source, ways }: StepDraft) =>
  ways.length === 0 && source.when === undefined && source.optional !== true;
