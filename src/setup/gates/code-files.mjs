import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listProjectFiles } from './list-project-files.mjs';

/** The project's code files that belong to one of these tsconfig files: as in an editor, to the nearest `tsconfig.json`. */
export function codeFiles(root, configs) {
  return listProjectFiles(root).filter(
    (file) => /\.[cm]?[jt]sx?$/.test(file) && configs.includes(nearestConfig(root, file)),
  );
}

function nearestConfig(root, file) {
  const folder = dirname(file);
  const config = join(folder, 'tsconfig.json').replaceAll('\\', '/');
  return folder === '.' || existsSync(join(root, config)) ? config : nearestConfig(root, folder);
}
