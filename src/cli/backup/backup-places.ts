import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Where the parts of a copy lie in its folder. */
export const backupPlaces = (folder: string) => ({
  database: join(folder, 'database'),
  histories: join(folder, 'temporal.db'),
  files: join(folder, 'files'),
  anchors: join(folder, 'anchors.jsonl'),
  manifest: join(folder, 'manifest.json'),
});

/** True where a folder is not there yet, or empty. */
export const isFree = (folder: string): boolean =>
  !existsSync(folder) || readdirSync(folder).length === 0;

/** True where a path lies in a folder, or is it. */
export const isWithin = (path: string, folder: string): boolean => {
  const way = relative(realpathSync(folder), real(path));
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
};

// A path that does not exist yet lies where its nearest folder does.
const real = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(real(dirname(path)), basename(path));
