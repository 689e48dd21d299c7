import type { LocalPorts } from '../../../workflows/ports.ts';
import { RecentlyUsed } from '../../model/recently-used.ts';
import { verdict } from '../../decide/verdict.ts';
import type { Condition } from '../../model/condition.ts';
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
      ruleSets: await releases.ruleSets(release, ruleSets),
      answers,
      onlyLowered,
    });
  };
};
