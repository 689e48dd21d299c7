import type { Directory } from '../../store/ports/directory.ts';
import { directoryNames, type DirectoryNames } from '../views/directory-names.ts';

/** Units and people, read again from the store once they are a few seconds old. */
export interface DirectoryCache {
  names(): Promise<DirectoryNames>;
}

const freshMilliseconds = 5_000;

/** A cache over the store's directory; who may sign in is never read from it. */
export function createDirectoryCache(
  directory: Directory,
  wallClock: () => number,
): DirectoryCache {
  let cached: { readonly at: number; readonly names: Promise<DirectoryNames> } | undefined;
  const read = async () => {
    const [units, people] = await Promise.all([directory.units(), directory.people()]);
    return directoryNames(units, people);
  };
  return {
    names() {
      const at = wallClock();
      if (cached && at - cached.at < freshMilliseconds) return cached.names;
      const names = read();
      cached = { at, names };
      // A failed read is not kept.
      names.catch(() => {
        if (cached?.names === names) cached = undefined;
      });
      return names;
    },
  };
}
