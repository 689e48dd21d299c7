import { frozen } from '../model/frozen.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Release } from '../model/release.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { SignedRelease } from '../store/ports/releases.ts';
import type { Store } from '../store/store.ts';
import { holds } from './keys/release-signature.ts';
import type { TrustedKeys } from './keys/trusted-keys.ts';

/** Releases by hash, read from the store once: they never change. One that no trusted API signed is not read. */
export interface ReleaseLibrary {
  release(hash: string): Promise<Release>;
  /** The text that was signed of it, with the signature. */
  signed(hash: string): Promise<SignedRelease>;
  spec(hash: string, procedure: string): Promise<ProcedureSpec>;
  /** The spec alone in a list, frozen: the same each time. */
  specs(hash: string, procedure: string): Promise<readonly ProcedureSpec[]>;
  ruleSets(hash: string, ids: readonly string[]): Promise<readonly RuleSet[]>;
  /** Reads the newest now: what runs under them can then be decided while the store is away. */
  readAhead(): Promise<void>;
}

// Open incidents run under the last few; each takes some megabytes.
const readAheadMax = 10;

export const releaseLibrary = (store: Store, trusted: TrustedKeys): ReleaseLibrary => {
  const known = new Map<string, { readonly release: Release; readonly signed: SignedRelease }>();
  const alone = new WeakMap<ProcedureSpec, readonly ProcedureSpec[]>();
  const read = async (hash: string) => {
    const cached = known.get(hash);
    if (cached !== undefined) return cached;
    const [release, signed] = await Promise.all([
      store.releases.get(hash),
      store.releases.signature(hash),
    ]);
    if (release === undefined) throw new Error(`the store has no release ${hash}`);
    if (signed === undefined || !holds(release, signed, trusted)) {
      throw new Error(`release ${hash} is not as an API with a trusted key signed it`);
    }
    known.set(hash, { release, signed });
    return { release, signed };
  };
  const release = async (hash: string): Promise<Release> => (await read(hash)).release;
  const spec = async (hash: string, procedure: string): Promise<ProcedureSpec> => {
    const found = (await release(hash)).procedures[procedure];
    if (found === undefined) throw new Error(`release ${hash} has no procedure ${procedure}`);
    return found;
  };
  return {
    release,
    signed: async (hash) => (await read(hash)).signed,
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
      // One that was begun under and is not signed any more is said where it is asked for.
      for (const { hash } of newest) await release(hash).catch(() => undefined);
    },
  };
};
