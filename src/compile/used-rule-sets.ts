import type { RuleSet } from '../model/rule-set.ts';
import type { Catalog } from './catalog.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';

/** The rule sets that a procedure's steps decide, and the one that moves its priority. */
export function usedRuleSets(
  { steps }: UnlabelledSpec,
  { compiledRuleSets, settings }: Catalog,
): readonly RuleSet[] {
  const ids = [
    ...Object.values(steps).flatMap(({ decides }) => decides),
    ...(settings.priorityRules === undefined ? [] : [settings.priorityRules]),
  ];
  return [...new Set(ids)].flatMap((id) => compiledRuleSets.get(id) ?? []);
}
