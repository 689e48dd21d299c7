import type { Catalog } from './catalog.ts';
import type { ConditionContext } from './parse-condition.ts';

/** The context that the rule sets are compiled against. */
export interface RuleSetContext extends Pick<Catalog, 'vocabulary' | 'outcomes' | 'report'> {
  readonly condition: ConditionContext;
}
