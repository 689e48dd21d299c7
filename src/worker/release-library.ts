import { frozen } from '../model/frozen.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Release } from '../model/release.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Store } from '../store/store.ts';

/** Releases by hash, read from the store once: they never change. */
export interface ReleaseLibrary {
  release(hash: string): Promise<Release>;
  spec(hash: string, procedure: string): Promise<ProcedureSpec>;
  /** The spec alone in a list, frozen: the same each time. */
  specs(hash: string, procedure: string): Promise<readonly ProcedureSpec[]>;
  ruleSets(hash: string, ids: readonly string[]): Promise<readonly RuleSet[]>;
  /** Reads the newest now: what runs under them can then be decided while the store is away. */
  readAhead(): Promise<void>;
}

// Open incidents run under the last few; each takes some megabytes.
const readAheadMax = 10;

export const releaseLibrary = (store: Store): ReleaseLibrary => {
  const known = new Map<string, Release>();
  const alone = new WeakMap<ProcedureSpec, readonly ProcedureSpec[]>();
  const release = async (hash: string): Promise<Release> => {
    const cached = known.get(hash);
    if (cached !== undefined) return cached;
    const found = await store.releases.get(hash);
    if (found === undefined) throw new Error(`the store has no release ${hash}`);
    known.set(hash, found);
    return found;
  };
  const spec = async (hash: string, procedure: string): Promise<ProcedureSpec> => {
    const found = (await release(hash)).procedures[procedure];
    if (found === undefined) throw new Error(`release ${hash} has no procedure ${procedure}`);
    return found;
  };
  return {
    release,
    spec,
    specs: async (hash, procedure) => {
      const found = await spec(hash, procedure);
      const specs = alone.get(found) ?? frozen([found]);
      alone.set(found, specs);
      return specs;
    },
    ruleSets: async (hash, ids) => {
      if (ids.length === 0) return [];
      const known = (await release(hash)).ruleSets;
      return ids.map((id) => {
        const ruleSet = known[id];
        if (ruleSet === undefined) throw new Error(`release ${hash} has no rule set ${id}`);
        return ruleSet;
      });
    },
    readAhead: async () => {
      const newest = (await store.releases.list()).slice(0, readAheadMax);
      for (const { hash } of newest) await release(hash);
    },
  };
};
