import {
  anchorNotReached,
  feedbackConditional,
  feedbackMissing,
  feedbackOutOfOrder,
  feedbackToNobody,
  feedbackTwice,
  feedbackWithoutAnchor,
  feedbackWithoutLimit,
} from '../diagnostics/feedback-problems.ts';
import type { StepSpec } from '../model/procedure-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { referencesIn } from './references-in.ts';
import type { ReportProblem } from './report-problem.ts';
import { shortDue } from './short-due.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';
import { createStepOrder } from './step-order.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';

const feedbackNumbers = [1, 2, 3];

/**
 * A standard has the three feedbacks in every incident: each once, always required, in order, with a limit and somebody
 * who is told, and hanging on anchors that every way of handling is sure to reach.
 */
export function checkFeedbacks(
  { file, source }: Sourced<StandardSource>,
  spec: UnlabelledSpec,
  drafts: readonly StepDraft[],
  report: ReportProblem,
): void {
  const feedbacks = drafts.filter((draft) => draft.source.feedback !== undefined);
  for (const [index, draft] of feedbacks.entries()) {
    const number = draft.source.feedback!;
    const first = feedbacks.find((other) => other.source.feedback === number)!;
    if (feedbacks.indexOf(first) < index) {
      report(feedbackTwice(placeOfKey(draft, 'feedback'), number, first.id));
    }
  }
  for (const draft of feedbacks) {
    if (draft.source.due === undefined) report(feedbackWithoutLimit(atKey(draft.place), draft.id));
    const isTold = spec.steps[draft.id]?.tell.some(({ when }) => when === undefined) === true;
    if (!isTold) report(feedbackToNobody(atKey(keyOrStep(draft, 'tell')), draft.id));
  }
  if (source.standard === undefined) return;
  const place = { file, path: ['standard'] };
  for (const number of feedbackNumbers) {
    const exists = feedbacks.some((draft) => draft.source.feedback === number);
    if (!exists) report(feedbackMissing(place, number));
  }
  const order = createStepOrder(spec);
  for (const draft of feedbacks) {
    if (!isSure(draft)) report(feedbackConditional(atKey(draft.place), draft.id));
    const before = feedbacks.find((other) => other.source.feedback === draft.source.feedback! - 1);
    if (before && !order.surelyBefore(draft.id).has(before.id)) {
      report(feedbackOutOfOrder(atKey(keyOrStep(draft, 'after')), draft.id, before.id));
    }
    if (!hangsOnAnchor(draft, spec)) {
      report(feedbackWithoutAnchor(atKey(draft.place), draft.id));
    }
  }
  for (const anchor of new Set(feedbacks.flatMap(({ id }) => anchorsNeeded(spec.steps[id])))) {
    for (const way of spec.handledAt) {
      const isReached = drafts.some(
        (draft) => draft.source.reaches === anchor && isSure(draft, way),
      );
      if (!isReached) report(anchorNotReached(place, anchor, way));
    }
  }
}

const keyOrStep = (draft: StepDraft, key: 'after' | 'tell') =>
  draft.source[key] === undefined ? draft.place : placeOfKey(draft, key);

// A name that is no step's is an anchor's: where there is none of that name, that is told at the name.
function hangsOnAnchor({ source: { after, due } }: StepDraft, { steps }: UnlabelledSpec): boolean {
  const from = typeof due === 'object' ? due.after : due && shortDue(due)?.after;
  const names = [...namesIn(after), ...asList(from)];
  return names.some((name) => !Object.hasOwn(steps, name) && !moments.has(name));
}

const moments: ReadonlySet<string> = new Set(['report', 'opening', 'proposed']);

function namesIn(after: StepDraft['source']['after']): readonly string[] {
  if (after === undefined || typeof after === 'string') return asList(after);
  return 'any' in after || 'all' in after
    ? [...(after.any ?? []), ...(after.all ?? [])]
    : (after as readonly string[]);
}

/** True where a step is required whatever the facts, in one way of handling or in all. */
function isSure({ source, ways }: StepDraft, way?: string): boolean {
  const isForWay = ways.length === 0 || (way !== undefined && ways.includes(way));
  return isForWay && source.when === undefined && source.optional !== true;
}

function anchorsNeeded(step: StepSpec | undefined): readonly string[] {
  if (!step) return [];
  const references = referencesIn(step.after).flatMap((reference) =>
    reference.kind === 'anchor' ? [reference.anchor] : [],
  );
  const from = step.due?.anchor;
  return from?.kind === 'anchor' ? [...references, from.anchor] : references;
}
