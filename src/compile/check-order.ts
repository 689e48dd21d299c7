import { afterCycle, dueAfterItself, untilAfterItself } from '../diagnostics/step-problems.ts';
import type { After, Anchor } from '../model/procedure-spec.ts';
import { findCycles } from './find-cycles.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';
import { createStepOrder } from './step-order.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';

/** Reports steps that wait for each other, and limits and repetitions that hang on what comes after their step. */
export function checkOrder(
  spec: UnlabelledSpec,
  drafts: readonly StepDraft[],
  report: ReportProblem,
): void {
  const order = createStepOrder(spec);
  const draftOf = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const cycle of findCycles(spec.order, (step) => [...order.namedBy(step)])) {
    report(afterCycle(placeOfKey(draftOf.get(cycle[0]!)!, 'after'), cycle));
  }
  for (const draft of drafts) {
    const { id } = draft;
    const { due, repeat } = spec.steps[id]!;
    const from = due && referenceOf(due.anchor);
    if (from && order.surelyBy(from).has(id)) {
      report(dueAfterItself(placeOfKey(draft, 'due'), id, nameOf(from)));
    }
    const until = repeat?.until;
    if (until && order.surelyBy(until).has(id)) {
      report(untilAfterItself(placeOfKey(draft, 'until'), id, nameOf(until)));
    }
  }
}

function referenceOf(anchor: Anchor): Extract<After, { kind: 'step' | 'anchor' }> | undefined {
  return anchor.kind === 'step' || anchor.kind === 'anchor' ? anchor : undefined;
}

function nameOf(reference: After): string {
  if (reference.kind === 'step') return reference.step;
  return reference.kind === 'anchor' ? reference.anchor : '';
}
