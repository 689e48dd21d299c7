import type { Actor } from './actor.ts';
import type { Foreseen } from './foreseen.ts';
import type { Instant } from './instant.ts';
import type { ReportSummary } from './procedure-state.ts';

/** A request that starts a procedure, or joins a report to the one that runs under the same id. */
export interface StartRequest {
  /** The id of the incident or other procedure: also its workflow id. */
  readonly id: string;
  readonly release: string;
  readonly procedure: string;
  readonly report: ReportSummary;
  /** The person who registered it: roles that they hold are bound to their unit, the others to the report's. */
  readonly registrar: Actor;
  /** When it reached the system. */
  readonly received: Instant;
  /** Random, for the commitments of personal values. */
  readonly salt: string;
  readonly foreseen?: Foreseen;
}
