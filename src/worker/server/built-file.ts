import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A file that the build made, below `dist/`. The worker loads some by path, also where this module itself runs from
 * its TypeScript source, as it does in tests.
 */
export const builtFile = (path: string): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'dist', path);
};
