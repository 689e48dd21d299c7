import type { Decision } from '../model/decision.ts';
import type { Instant } from '../model/instant.ts';
import type { Simulation } from './simulation.ts';

/** The data that a check looks at. */
export interface Checked {
  readonly simulation: Simulation;
  readonly decision: Decision | undefined;
  readonly moment: (text: string) => Instant;
  readonly toleranceMilliseconds: number;
}
