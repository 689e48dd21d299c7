import { factsOf } from '../conditions/facts-of.ts';
import { conditionAnsweredLater, factNeverAsked } from '../diagnostics/standard-problems.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { atKey } from './at-key.ts';
import type { FactScope } from './fact-scope.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';
import { createStepOrder } from './step-order.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';

/** Warns of facts that are defined and never asked, and of conditions that are only answered when it is too late. */
export function checkAnswered(
  { file, source }: Sourced<StandardSource>,
  spec: UnlabelledSpec,
  drafts: readonly StepDraft[],
  { facts, report }: { readonly facts: FactScope; readonly report: ReportProblem },
): void {
  const askers = (fact: string) =>
    Object.values(spec.steps)
      .filter(({ asks, mayAsk }) => asks.includes(fact) || mayAsk.includes(fact))
      .map(({ id }) => id);
  for (const [fact, { from }] of Object.entries(source.facts ?? {})) {
    if (from === undefined && askers(fact).length === 0) {
      report(factNeverAsked(atKey({ file, path: ['facts', fact] }), fact));
    }
  }
  const order = createStepOrder(spec);
  for (const draft of drafts) {
    const { when } = spec.steps[draft.id]!;
    const condition = when === undefined ? undefined : spec.conditions[when];
    for (const fact of condition ? factsOf(condition) : []) {
      const isTooLate = (step: string) =>
        step === draft.id || order.surelyBefore(step).has(draft.id);
      // A fact that is known from elsewhere may be asked again by a later step.
      const by = facts.get(fact)?.value.from === 'asked' ? askers(fact) : [];
      if (by.length > 0 && by.every(isTooLate)) {
        report(conditionAnsweredLater(placeOfKey(draft, 'when'), fact, by[0]!));
      }
    }
  }
}
