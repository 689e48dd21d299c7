import type { LocalPorts } from '../../../workflows/ports.ts';
import { RecentlyUsed } from '../../decide/recently-used.ts';
import { verdict } from '../../decide/verdict.ts';
import type { Condition } from '../../model/condition.ts';
import type { RuleSet } from '../../model/rule-set.ts';
import type { ReleaseLibrary } from '../release-library.ts';

/**
 * Decides for the workflows. Conditions are kept by the key of their content, so that they travel once and not with
 * every act, and their engine is made once.
 */
export const decider = (releases: ReleaseLibrary): LocalPorts['decide'] => {
  const kept = new RecentlyUsed<string, readonly Condition[]>(500);
  return async ({ release, key, conditions: given, ruleSets, answers, onlyLowered }) => {
    const conditions = given ?? kept.get(key);
    if (conditions === undefined) return null;
    if (given !== undefined) kept.set(key, given);
    return verdict({
      conditions,
      ruleSets: await ruleSetsOf(releases, release, ruleSets),
      answers,
      onlyLowered,
    });
  };
};

const ruleSetsOf = async (
  releases: ReleaseLibrary,
  release: string,
  ids: readonly string[],
): Promise<readonly RuleSet[]> => {
  if (ids.length === 0) return [];
  const known = (await releases.release(release)).ruleSets;
  return ids.map((id) => {
    const ruleSet = known[id];
    if (ruleSet === undefined) throw new Error(`release ${release} has no rule set ${id}`);
    return ruleSet;
  });
};
