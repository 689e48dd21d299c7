import type { Release } from '../../model/release.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Releases } from '../../store/ports/releases.ts';
import { indexRelease, type ReleaseIndex } from './release-index.ts';

/** Releases by hash: the active one, and those that older incidents still run on. */
export interface ReleaseCache {
  readonly active: ReleaseIndex;
  byHash(hash: string): Promise<ReleaseIndex>;
}

/** Releases never change, so each is read from the store once. */
export function createReleaseCache(
  releases: Releases,
  active: Release,
  roles: Readonly<Record<string, RoleSpec>>,
): ReleaseCache {
  const known = new Map<string, Promise<ReleaseIndex>>();
  const index = indexRelease(active, roles);
  known.set(active.hash, Promise.resolve(index));
  const read = async (hash: string) => {
    const release = await releases.get(hash);
    if (!release) throw new Error(`the store lacks the release ${hash}`);
    return indexRelease(release, roles);
  };
  return {
    active: index,
    byHash(hash) {
      const found = known.get(hash) ?? read(hash);
      known.set(hash, found);
      found.catch(() => known.delete(hash));
      return found;
    },
  };
}
