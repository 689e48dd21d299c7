import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { StepSource } from '../model/source/step-source.ts';
import { inside } from './inside.ts';

/** A step of a procedure before it is compiled: its part's words with the override's in their place. */
export interface StepDraft {
  readonly id: string;
  readonly source: StepSource;
  readonly part?: string;
  /** The ways of handling that it is for; all of them when empty. */
  readonly ways: readonly string[];
  readonly place: ProblemPlace;
  readonly override?: { readonly place: ProblemPlace; readonly keys: readonly string[] };
}

/** Where a key of a step is written: in the step, or in what overrides it. */
export function placeOfKey(draft: StepDraft, key: keyof StepSource): ProblemPlace {
  const { override } = draft;
  return inside(override?.keys.includes(key) ? override.place : draft.place, key);
}

/** True where a key of a step comes from its part and not from the standard. */
export function isOfPart(draft: StepDraft, key: keyof StepSource): boolean {
  return draft.part !== undefined && !draft.override?.keys.includes(key);
}
