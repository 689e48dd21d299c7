import type { Truth } from './condition.ts';
import type { Instant } from './instant.ts';
import type { StepRow } from './step-row.ts';

/** The table that the machine works on, at rest: plain rows, the truths it was last given. */
export interface ProcedureTable {
  readonly rows: Readonly<Record<string, StepRow>>;
  /** Truth of each numbered condition of the spec. */
  readonly holds: readonly Truth[];
  /** When the report came in. */
  readonly report: Instant;
  /** Values the limit tables read, as words: fact id → value. */
  readonly tableKeys: Readonly<Record<string, string>>;
  readonly closed?: Instant;
}
