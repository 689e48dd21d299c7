import type { Truth } from './condition.ts';
import type { Decision } from './decision.ts';

/** The truths and decisions found outside the machine, from the facts as they are after an act. */
export interface Verdict {
  /** Truth of each numbered condition of the spec. */
  readonly holds: readonly Truth[];
  readonly decisions: readonly Decision[];
}
