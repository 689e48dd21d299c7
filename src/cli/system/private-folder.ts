import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import type { Text } from '../../model/text.ts';

const othersMode = 0o077;
// Without owners and modes there is nothing to look at.
const hasModes = process.platform !== 'win32';

/** A path that others on the machine could read or write, mended or not. */
export type Opened = { readonly mended: Text } | { readonly refused: Text };

/**
 * Closes a data folder to everybody but its owner where it is empty or has been ours; a folder that holds something else
 * is somebody's, and is not touched. `marks` are the names that tell a folder of ours.
 */
export function closeFolder(folder: string, marks: readonly string[]): Opened | undefined {
  const mode = openMode(folder);
  if (mode === undefined) return undefined;
  const names = readdirSync(folder);
  const isOurs = names.length === 0 || marks.some((mark) => names.includes(mark));
  return (isOurs && closed(folder, 0o700)) || refused(folder, mode);
}

/** Closes a file with a secret: who could read it before may have. */
export function closeSecret(file: string): Opened | undefined {
  const mode = openMode(file);
  return mode === undefined ? undefined : (closed(file, 0o600) ?? refused(file, mode));
}

function openMode(path: string): string | undefined {
  if (!hasModes) return undefined;
  const { mode } = statSync(path);
  return (mode & othersMode) === 0 ? undefined : (mode & 0o777).toString(8);
}

function closed(path: string, mode: number): Opened | undefined {
  if (lstatSync(path).isSymbolicLink()) return undefined;
  try {
    chmodSync(path, mode);
  } catch {
    return undefined;
  }
  return {
    mended: {
      zh: `${path} 原来别人也能读，已改为只有本用户可读；这台机器上如有别的用户，请当作密钥已泄露处理`,
      en: `${path} could be read by others and is closed to them now; where this machine has other users, take its keys as known to them`,
    },
  };
}

const refused = (path: string, mode: string): Opened => ({
  refused: {
    zh: `${path} 别人也能读（权限 ${mode}）：先 chmod go= ${path}，或用 --data 换一个目录`,
    en: `${path} can be read by others (mode ${mode}): run chmod go= ${path}, or choose another folder with --data`,
  },
});
