import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** All files at or below the paths, relative to the root and sorted; what is missing is left out. */
export function listFiles(root, paths, keep = () => true) {
  const found = [];
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      if (path.endsWith('node_modules')) return;
      for (const name of readdirSync(full)) visit(path === '.' ? name : `${path}/${name}`);
    } else if (keep(path)) found.push(path);
  };
  for (const path of paths) visit(path);
  return found.sort();
}

/** One hash over the names and contents of files. */
export function hashFiles(root, files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}
