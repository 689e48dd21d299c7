import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { untilAfterItself } from '../diagnostics/repeat-problems.ts';
import {
  afterClosing,
  afterCycle,
  dueAfterItself,
  dueOfOtherWay,
} from '../diagnostics/step-problems.ts';
import type { After, Anchor, DueSpec } from '../model/procedure-spec.ts';
import { findCycles } from './find-cycles.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';
import { createStepOrder, type StepOrder } from './step-order.ts';
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
    const { due, approve, repeat } = spec.steps[id]!;
    checkLimit(due, placeOfKey(draft, 'due'), draft, { spec, drafts, report });
    // A step that waits for an agreement counts as done only then; a confirmed step is done before.
    const approved = inside(placeOfKey(draft, 'approve'), 'due');
    checkLimit(approve?.due, approved, draft, { spec, drafts, report });
    const until = repeat?.until;
    if (until && order.surelyBy(until).has(id)) {
      report(untilAfterItself(placeOfKey(draft, 'until'), id, nameOf(until)));
    }
    const { closing } = spec;
    if (closing !== undefined && id !== closing && order.surelyBefore(id).has(closing)) {
      report(afterClosing(placeOfKey(draft, 'after'), id, closing));
    }
  }
}

interface Whole {
  readonly spec: UnlabelledSpec;
  readonly drafts: readonly StepDraft[];
  readonly report: ReportProblem;
}

/** A limit must be able to begin before its step ends, in each way of handling that the step is for. */
function checkLimit(
  due: DueSpec | undefined,
  place: ProblemPlace,
  { id, ways: own }: StepDraft,
  { spec, drafts, report }: Whole,
): void {
  const from = due && referenceOf(due.anchor);
  if (!from) return;
  const ways = own.length > 0 ? own : spec.handledAt.length > 0 ? spec.handledAt : [undefined];
  const orders = ways.map((way) => createStepOrder(handledAt(way, spec, drafts)));
  const waits = (order: StepOrder) => {
    const before = order.surelyBy(from);
    // The closing step ends when every other one has ended.
    return before.has(id) || (spec.closing !== undefined && before.has(spec.closing));
  };
  if (orders.some(waits)) report(dueAfterItself(place, id, nameOf(from)));
  else if (orders.every((order) => !order.isThere(from))) {
    report(
      dueOfOtherWay(
        place,
        nameOf(from),
        ways.flatMap((way) => way ?? []),
      ),
    );
  }
}

/** The steps and anchors that there are when the incident is handled in one way. */
function handledAt(
  way: string | undefined,
  { steps, anchors }: UnlabelledSpec,
  drafts: readonly StepDraft[],
): Pick<UnlabelledSpec, 'steps' | 'anchors'> {
  const there = new Set(
    drafts
      .filter(({ ways }) => way === undefined || ways.length === 0 || ways.includes(way))
      .map(({ id }) => id),
  );
  return {
    steps: Object.fromEntries(Object.entries(steps).filter(([id]) => there.has(id))),
    anchors: Object.fromEntries(
      Object.entries(anchors).map(([id, by]) => [id, by.filter((step) => there.has(step))]),
    ),
  };
}

function referenceOf(anchor: Anchor): Extract<After, { kind: 'step' | 'anchor' }> | undefined {
  return anchor.kind === 'step' || anchor.kind === 'anchor' ? anchor : undefined;
}

function nameOf(reference: After): string {
  if (reference.kind === 'step') return reference.step;
  return reference.kind === 'anchor' ? reference.anchor : '';
}
