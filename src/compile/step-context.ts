import type { Catalog } from './catalog.ts';
import type { ConditionPool } from './condition-pool.ts';
import type { ConditionContext } from './parse-condition.ts';

/** The context that the steps of one procedure are compiled against. */
export interface StepContext {
  readonly catalog: Catalog;
  readonly pool: ConditionPool;
  readonly condition: ConditionContext;
  /** The ways of handling of the procedure. */
  readonly ways: readonly string[];
  readonly steps: ReadonlySet<string>;
  /** Steps that the ways of handling leave out, with the ways they are for. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
  /** Anchors that some step reaches. */
  readonly reached: ReadonlySet<string>;
}
