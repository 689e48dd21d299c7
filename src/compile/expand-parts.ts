import { stepTwice } from '../diagnostics/standard-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { PartSource, StandardSource } from '../model/source/standard-source.ts';
import { isWayOf } from '../procedure/is-way-of.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import type { Catalog } from './catalog.ts';
import { keepWays } from './keep-ways.ts';
import { overrideStep } from './override-step.ts';
import type { StepDraft } from './step-draft.ts';

/** The steps of a procedure, and those of its parts that its ways of handling leave out, with the ways they are for. */
export interface ExpandedSteps {
  readonly kept: readonly StepDraft[];
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

/** Brings the steps of the parts, in the order the parts are named, and the standard's own behind them. */
export function expandParts(procedure: Sourced<StandardSource>, catalog: Catalog): ExpandedSteps {
  const { file, source } = procedure;
  const drafts = [
    ...partsOf(procedure, catalog).flatMap((part) => stepsOfPart(part, procedure, catalog)),
    ...Object.entries(source.steps ?? {}).map(([id, step]): StepDraft => {
      const ways = asList(step['handled-at']);
      return { id, source: step, ways, place: { file, path: ['steps', id] } };
    }),
  ];
  const known = drafts.filter(({ part }) => part !== undefined).map(({ id }) => id);
  for (const id of Object.keys(source.override ?? {})) {
    const place = { file, path: ['override', id], at: 'key' as const };
    if (!known.includes(id)) catalog.report(unknownName('step', place, id, known));
  }
  const leftOut = new Map<string, readonly string[]>();
  const kept = new Map<string, StepDraft>();
  for (const draft of drafts) {
    const keptWays = keepWays(draft, procedure, catalog);
    const first = kept.get(draft.id);
    if (keptWays === undefined) leftOut.set(draft.id, draft.ways);
    else if (first) catalog.report(stepTwice(atKey(draft.place), draft.id, first.place));
    else kept.set(draft.id, { ...draft, ways: keptWays });
  }
  return { kept: [...kept.values()], leftOut };
}

function partsOf(
  { file, source: { parts = [] } }: Sourced<StandardSource>,
  { parts: known, report }: Catalog,
): readonly Sourced<PartSource>[] {
  return parts.flatMap((name, index) => {
    const part = known.get(name);
    if (!part)
      report(unknownName('part', { file, path: ['parts', index] }, name, [...known.keys()]));
    return part ?? [];
  });
}

function stepsOfPart(
  part: Sourced<PartSource>,
  { file, source: { override = {} } }: Sourced<StandardSource>,
  { report }: Catalog,
): readonly StepDraft[] {
  const partWays = asList(part.source['handled-at']);
  return Object.entries(part.source.steps).map(([id, step]) => {
    const own = asList(step['handled-at']).filter((way) => isWayOf({ handledAt: partWays }, way));
    const draft: StepDraft = {
      id,
      source: step,
      part: part.source.part,
      ways: own.length === 0 ? partWays : own,
      place: { file: part.file, path: ['steps', id] },
    };
    const change = Object.hasOwn(override, id) ? override[id] : undefined;
    return change ? overrideStep(draft, change, { file, path: ['override', id] }, report) : draft;
  });
}
