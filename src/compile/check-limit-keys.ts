import {
  custodyWithoutDays,
  extensionTooShort,
  remindTooEarly,
} from '../diagnostics/step-problems.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { Limit } from '../model/limit.ts';
import type { DueSpec, StepSpec } from '../model/procedure-spec.ts';
import { atKey } from './at-key.ts';
import { inside } from './inside.ts';
import { lengthOfLimit, longestOfLimit } from '../procedure/length-of-limit.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** Reports what can never act beside the limit of its step: a reminder, an extension, `custody`. */
export function checkLimitKeys(
  draft: StepDraft,
  { due, remind, extend }: Pick<StepSpec, 'remind'> & Partial<Pick<StepSpec, 'due' | 'extend'>>,
  { catalog: { report, settings } }: StepContext,
): void {
  if (!due) return;
  const limits = limitsOf(due);
  // A table whose facts are unknown has no cells, and that has been told.
  if (limits.length === 0) return;
  const longest = Math.max(
    ...limits.map((limit) =>
      limit.kind === 'grace' ? settings.graceMilliseconds : longestOfLimit(limit),
    ),
  );
  const isTooEarly = remind.some((one) => one.kind === 'before' && one.milliseconds >= longest);
  if (isTooEarly) report(remindTooEarly(placeOfKey(draft, 'remind'), draft.id));
  if (extend && !limits.every((limit) => isLonger(extend.to, limit))) {
    report(extensionTooShort(inside(placeOfKey(draft, 'extend'), 'to'), draft.id));
  }
  // Only days and months end on a day that can be moved.
  const isMoved = limits.some(({ kind }) => kind === 'days' || kind === 'months');
  if (due.custody && !isMoved) {
    report(custodyWithoutDays(atKey(inside(placeOfKey(draft, 'due'), 'custody')), draft.id));
  }
}

const limitsOf = ({ limit }: DueSpec): readonly Limit[] =>
  limit.kind === 'table' ? Object.values(limit.cells) : [limit];

const isLonger = (to: Limit, limit: Limit) =>
  canonicalJson(to) !== canonicalJson(limit) && longestOfLimit(to) > lengthOfLimit(limit);
