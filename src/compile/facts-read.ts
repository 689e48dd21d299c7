import { factsOf } from '../conditions/facts-of.ts';
import type { Condition } from '../model/condition.ts';
import type { SwitchSpec } from '../model/procedure-spec.ts';
import type { Catalog } from './catalog.ts';

/**
 * The facts on which anything in a procedure hangs: an answer to another one changes no truth, no priority and no
 * switch, so an act that brings only such answers need not be decided.
 */
export function factsRead(
  conditions: readonly Condition[],
  switches: readonly SwitchSpec[],
  { compiledRuleSets, settings }: Pick<Catalog, 'compiledRuleSets' | 'settings'>,
): readonly string[] {
  const priority = compiledRuleSets.get(settings.priorityRules ?? '');
  const read = [...conditions, ...(priority?.rows ?? []).map(({ when }) => when)].flatMap(factsOf);
  const targets = switches.flatMap(({ to }) => (typeof to === 'string' ? [] : [to.fact]));
  return [...new Set([...read, ...targets])].sort();
}
