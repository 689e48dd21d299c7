import type { After, StepSpec } from '../model/procedure-spec.ts';

/** The order in which the steps of a procedure come. */
export interface StepOrder {
  /** The steps that a step names in its `after`, itself or by an anchor. */
  readonly namedBy: (step: string) => ReadonlySet<string>;
  /** The steps that have ended, whatever the choices, before a step opens. */
  readonly surelyBefore: (step: string) => ReadonlySet<string>;
  /** The same for the moment at which a step or an anchor is reached, the step itself among them. */
  readonly surelyBy: (reference: After) => ReadonlySet<string>;
  /** True where a step is there, or an anchor is reached by one that is. */
  readonly isThere: (reference: After) => boolean;
}

interface Steps {
  readonly steps: Readonly<Record<string, StepSpec>>;
  readonly anchors: Readonly<Record<string, readonly string[]>>;
}

/** The order of a procedure's steps. Of an `any`, and of an anchor that several steps reach, only what is common is sure. */
export function createStepOrder({ steps, anchors }: Steps): StepOrder {
  const kept = new Map<string, ReadonlySet<string>>();
  const surelyBefore = (id: string): ReadonlySet<string> => {
    const known = kept.get(id);
    if (known) return known;
    // Steps that wait for each other are reported as such: here they end the search.
    kept.set(id, new Set());
    const step = steps[id];
    const before = step ? surelyBy(step.after) : new Set<string>();
    kept.set(id, before);
    return before;
  };
  const surelyByStep = (id: string) => new Set([...surelyBefore(id), id]);
  const surelyBy = (after: After): ReadonlySet<string> => {
    switch (after.kind) {
      case 'step':
        return surelyByStep(after.step);
      case 'anchor':
        return common((anchors[after.anchor] ?? []).map(surelyByStep));
      case 'all':
        return new Set(after.of.flatMap((child) => [...surelyBy(child)]));
      case 'any':
        return common(after.of.map(surelyBy));
    }
  };
  const namedIn = (after: After): readonly string[] => {
    switch (after.kind) {
      case 'step':
        return [after.step];
      case 'anchor':
        return anchors[after.anchor] ?? [];
      case 'all':
      case 'any':
        return after.of.flatMap(namedIn);
    }
  };
  return {
    namedBy: (id) => new Set(steps[id] ? namedIn(steps[id].after) : []),
    surelyBefore,
    surelyBy,
    isThere: (reference) => namedIn(reference).some((id) => steps[id] !== undefined),
  };
}

function common(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = new Set<string>(), ...others] = sets;
  return new Set([...first].filter((step) => others.every((set) => set.has(step))));
}
