import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { WrongUse } from '../wrong-use.ts';

/** A test: true for a file (relative to the root) at or below one of the paths; without paths, for every file. */
export function pathFilter(
  root: string,
  paths: readonly string[],
  current = process.cwd(),
): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((path) => withinRoot(root, path, current));
  return (file) =>
    wanted.some((path) => path === '' || file === path || file.startsWith(`${path}/`));
}

// A path is meant from the current folder, as a shell completes it, else from the root, as diagnostics show it.
function withinRoot(root: string, path: string, current: string): string {
  const found = [resolve(current, path), resolve(root, path)].filter((each) => existsSync(each));
  if (found.length === 0) {
    throw new WrongUse({
      zh: `没有这个文件或文件夹：${path}`,
      en: `no such file or folder: ${path}`,
    });
  }
  for (const each of found) {
    const inner = relative(root, each);
    if (!isAbsolute(inner) && inner.split(sep)[0] !== '..') return inner.split(sep).join('/');
  }
  throw new WrongUse({ zh: `${path} 不在 ${root} 里`, en: `${path} is not below ${root}` });
}
