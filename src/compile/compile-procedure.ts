import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import type { Catalog } from './catalog.ts';
import { checkAnswered } from './check-answered.ts';
import { checkBasis } from './check-basis.ts';
import { checkClosing } from './check-closing.ts';
import { checkAfterWays } from './check-after-ways.ts';
import { checkFeedbacks } from './check-feedbacks.ts';
import { checkOrder } from './check-order.ts';
import { checkWords } from './check-words.ts';
import { compileAlso } from './compile-also.ts';
import { compileStep } from './compile-step.ts';
import { compileSwitches } from './compile-switches.ts';
import { factsRead } from './facts-read.ts';
import { expandParts } from './expand-parts.ts';
import { procedureContext } from './procedure-context.ts';
import { procedureId } from './procedure-id.ts';
import type { StepContext } from './step-context.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';
import { withLabels } from './with-labels.ts';

/** The priority of a procedure that names none: not urgent. */
const priorityDefault = 4;

/** Compiles a standard or procedure with its parts; what it names wrongly and what cannot work is reported. */
export function compileProcedure(
  procedure: Sourced<StandardSource>,
  catalog: Catalog,
): ProcedureSpec {
  const expanded = expandParts(procedure, catalog);
  const context = procedureContext(procedure, expanded, catalog);
  const drafts = expanded.kept;
  const steps = drafts.map((draft) => compileStep(draft, context));
  const spec = assemble(procedure, steps, context);
  checkWords(procedure, drafts, catalog);
  checkClosing(procedure, drafts, catalog.report);
  checkFeedbacks(procedure, spec, drafts, catalog.report);
  checkOrder(spec, drafts, catalog.report);
  checkAfterWays(spec, drafts, catalog.report);
  checkAnswered(procedure, spec, drafts, context.condition);
  return withLabels(spec, context.condition.facts, catalog);
}

function assemble(
  procedure: Sourced<StandardSource>,
  steps: readonly StepSpec[],
  context: StepContext,
): UnlabelledSpec {
  const { file, source } = procedure;
  const closing = steps.find(({ closes }) => closes)?.id;
  const also = compileAlso(procedure, context);
  const switches = compileSwitches(procedure, context);
  // Last, when everything that has a condition has numbered it.
  const conditions = context.pool.all();
  return {
    format: 1,
    id: procedureId(source),
    kind: source.standard === undefined ? 'procedure' : 'standard',
    ...(source.number !== undefined && { number: source.number }),
    title: source.title,
    ...(source.category !== undefined && { category: source.category }),
    priority: source.priority ?? priorityDefault,
    handledAt: context.ways,
    protects: source.protects ?? [],
    basis: checkBasis(source.basis, { file, path: ['basis'] }, context.catalog),
    conditions,
    reads: factsRead(conditions, switches, context.catalog),
    order: steps.map(({ id }) => id),
    steps: Object.fromEntries(steps.map((step) => [step.id, step])),
    anchors: anchorsOf(steps),
    feedbacks: feedbacksOf(steps),
    ...(closing !== undefined && { closing }),
    also,
    switches,
  };
}

function anchorsOf(steps: readonly StepSpec[]): Readonly<Record<string, readonly string[]>> {
  const anchors: Record<string, string[]> = {};
  for (const { id, reaches } of steps) {
    if (reaches !== undefined) (anchors[reaches] ??= []).push(id);
  }
  return anchors;
}

function feedbacksOf(steps: readonly StepSpec[]): readonly string[] {
  return steps
    .filter(({ feedback }) => feedback !== undefined)
    .sort((a, b) => a.feedback! - b.feedback!)
    .map(({ id }) => id);
}
