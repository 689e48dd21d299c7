import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** A folder outside the repository for what is expensive to get and the same for every clone. */
export function cacheFolder(...parts) {
  const base =
    process.env.JIECHU_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'jiechu');
  return join(base, ...parts);
}
