import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageRoot } from './package-root.ts';
import { WrongUse } from './wrong-use.ts';

/** The folder that holds `standards/` and `rules/`: the one asked for, else the current one, else jiechu's own. */
export function findRoot(asked: string | undefined, current = process.cwd()): string {
  if (asked === undefined) {
    return holds(current, 'standards') && holds(current, 'rules') ? current : packageRoot();
  }
  const root = resolve(current, asked);
  if (!existsSync(root)) {
    throw new WrongUse({ zh: `没有这个文件夹：${asked}`, en: `no such folder: ${asked}` });
  }
  // One of the two missing is a problem that `check` can name; none of them is the wrong folder.
  if (!holds(root, 'standards') && !holds(root, 'rules')) {
    throw new WrongUse({
      zh: `${asked} 里没有 standards/ 和 rules/`,
      en: `${asked} holds no standards/ and rules/`,
    });
  }
  return root;
}

const holds = (folder: string, name: string) =>
  statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
