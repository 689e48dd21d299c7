import type { Actor } from '../src/model/actor.ts';
import type { ReportSummary } from '../src/model/procedure-state.ts';

/** A procedure to be started from another, or joined where it runs already. */
export interface Beginnable {
  readonly id: string;
  readonly release: string;
  readonly procedure: string;
  readonly report: ReportSummary;
  readonly registrar: Actor;
}
