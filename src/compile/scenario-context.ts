import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import type { ScenarioNameKind } from '../diagnostics/scenario-problems.ts';
import type { Catalog } from './catalog.ts';

/** The context that the lines of a scenario are checked against. */
export interface ScenarioContext {
  readonly catalog: Catalog;
  readonly procedures: readonly string[];
  /** Steps of the procedure and of those that it can come to. */
  readonly steps: ReadonlySet<string>;
  /** For each step, true where one of these procedures gives it a limit. */
  readonly limited: ReadonlyMap<string, boolean>;
  /** The changes of standard that they can come by. */
  readonly switches: ReadonlySet<string>;
  readonly handledAt: readonly string[];
  /** Reports a name that is not among those that are known. */
  readonly check: (
    kind: ScenarioNameKind,
    place: ProblemPlace,
    name: string,
    known: Iterable<string>,
  ) => void;
}
