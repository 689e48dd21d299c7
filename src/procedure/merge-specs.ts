import type { Limit } from '../model/limit.ts';
import type { DueSpec, ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import { lengthOfLimit } from './length-of-limit.ts';

/**
 * Several standards run as one: the same step id is one step, under the first standard's words, with the evidence and
 * questions of all and the due that ends first where limits can be compared. Conditions are renumbered, in order.
 */
export const mergeSpecs = (specs: readonly ProcedureSpec[]): ProcedureSpec => {
  const [first, ...others] = specs;
  if (first === undefined) throw new Error('there is no spec to merge');
  return others.reduce(mergeTwo, {
    ...first,
    steps: Object.fromEntries(
      Object.values(first.steps).map((step) => [
        step.id,
        { ...step, procedure: step.procedure ?? first.id },
      ]),
    ),
  });
};

const mergeTwo = (main: ProcedureSpec, beside: ProcedureSpec): ProcedureSpec => {
  const offset = main.conditions.length;
  const steps: Record<string, StepSpec> = { ...main.steps };
  const conditions = [...main.conditions, ...beside.conditions];
  const either = (left: number, right: number): number => {
    const of = [conditions[left], conditions[right]].filter((condition) => condition !== undefined);
    return conditions.push({ kind: 'any', of }) - 1;
  };
  for (const step of Object.values(beside.steps)) {
    const moved = renumber(step, offset, beside.id);
    const present = steps[step.id];
    // The main standard closes the incident; a second closing step would close it twice.
    if (present === undefined) steps[step.id] = { ...moved, closes: false };
    else steps[step.id] = stricter(present, moved, either);
  }
  return {
    ...main,
    priority: Math.min(main.priority, beside.priority),
    protects: union(main.protects, beside.protects),
    facts: { ...beside.facts, ...main.facts },
    conditions,
    reads: union(main.reads, beside.reads),
    order: union(main.order, beside.order),
    steps,
    anchors: mergeAnchors(main.anchors, beside.anchors),
    feedbacks: main.feedbacks.length > 0 ? main.feedbacks : beside.feedbacks,
    also: [...main.also, ...beside.also.map((also) => ({ ...also, when: also.when + offset }))],
    ladders: { ...beside.ladders, ...main.ladders },
    roles: { ...beside.roles, ...main.roles },
    parts: { ...beside.parts, ...main.parts },
    evidence: { ...beside.evidence, ...main.evidence },
    equipment: { ...beside.equipment, ...main.equipment },
    reasons: { ...beside.reasons, ...main.reasons },
    bases: { ...beside.bases, ...main.bases },
  };
};

const union = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...left,
  ...right.filter((item) => !left.includes(item)),
];

/** Those of the left, and of the right what has no equal there. */
const unionBy = <Item>(
  key: (item: Item) => unknown,
  left: readonly Item[],
  right: readonly Item[],
): readonly Item[] => {
  const known = new Set(left.map((item) => JSON.stringify(key(item))));
  return [...left, ...right.filter((item) => !known.has(JSON.stringify(key(item))))];
};

const mergeAnchors = (
  main: ProcedureSpec['anchors'],
  beside: ProcedureSpec['anchors'],
): ProcedureSpec['anchors'] => {
  const anchors: Record<string, readonly string[]> = { ...main };
  for (const [anchor, steps] of Object.entries(beside)) {
    anchors[anchor] = union(anchors[anchor] ?? [], steps);
  }
  return anchors;
};

const renumber = (step: StepSpec, offset: number, procedure: string): StepSpec => ({
  ...step,
  procedure: step.procedure ?? procedure,
  ...(step.when === undefined ? {} : { when: step.when + offset }),
  starts: step.starts.map((start) =>
    start.when === undefined ? start : { ...start, when: start.when + offset },
  ),
  tell: step.tell.map((tell) =>
    tell.when === undefined ? tell : { ...tell, when: tell.when + offset },
  ),
  ...(step.repeat === undefined
    ? {}
    : {
        repeat:
          step.repeat.untilHolds === undefined
            ? step.repeat
            : { ...step.repeat, untilHolds: step.repeat.untilHolds + offset },
      }),
});

const stricter = (
  main: StepSpec,
  beside: StepSpec,
  either: (left: number, right: number) => number,
): StepSpec => {
  const repeat = main.repeat ?? beside.repeat;
  const confirmed = main.confirm ?? beside.confirm;
  // Agreed before is stricter than confirmed after; a step has one of the two, and one that repeats only the first.
  const approve = main.approve ?? beside.approve ?? (repeat === undefined ? undefined : confirmed);
  const confirm = approve === undefined ? confirmed : undefined;
  const crew = Math.max(main.crew?.officers ?? 0, beside.crew?.officers ?? 0);
  const due = earlier(main.due, beside.due);
  const corrects = main.corrects && beside.corrects && union(main.corrects, beside.corrects);
  const corrected = corrects ?? main.corrects ?? beside.corrects;
  // Needed where either standard needs it: an unconditional side makes it unconditional.
  const { when, confirm: _, ...rest } = main;
  return {
    ...rest,
    ...(when !== undefined && beside.when !== undefined ? { when: either(when, beside.when) } : {}),
    optional: main.optional && beside.optional,
    ...(due === undefined ? {} : { due }),
    ...(approve === undefined ? {} : { approve }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(repeat === undefined ? {} : { repeat }),
    ...(crew === 0 ? {} : { crew: { officers: crew } }),
    asks: union(main.asks, beside.asks),
    mayAsk: union(main.mayAsk, beside.mayAsk),
    ...(corrected === undefined ? {} : { corrects: corrected }),
    evidence: union(main.evidence, beside.evidence),
    equipment: union(main.equipment, beside.equipment),
    decides: union(main.decides, beside.decides),
    binds: unionBy(({ role }) => role, main.binds, beside.binds),
    starts: unionBy((start) => start, main.starts, beside.starts),
    tell: unionBy((tell) => tell, main.tell, beside.tell),
    basis: union(main.basis, beside.basis),
  };
};

/** The due that ends first; where they count from different anchors or by different tables, the main one stays. */
const earlier = (main: DueSpec | undefined, beside: DueSpec | undefined): DueSpec | undefined => {
  if (main === undefined || beside === undefined) return main ?? beside;
  if (JSON.stringify(main.anchor) !== JSON.stringify(beside.anchor)) return main;
  if (main.limit.kind === 'table' || beside.limit.kind === 'table')
    return { ...main, limit: earlierCells(main, beside) };
  return lengthOfLimit(main.limit) <= lengthOfLimit(beside.limit) ? main : beside;
};

const earlierCells = (main: DueSpec, beside: DueSpec): DueSpec['limit'] => {
  if (main.limit.kind !== 'table' || beside.limit.kind !== 'table') return main.limit;
  const others = beside.limit.cells;
  const cells = Object.entries(main.limit.cells).map(([key, limit]): [string, Limit] => {
    const other = others[key];
    return [
      key,
      other === undefined || lengthOfLimit(limit) <= lengthOfLimit(other) ? limit : other,
    ];
  });
  return { ...main.limit, cells: Object.fromEntries(cells) };
};
