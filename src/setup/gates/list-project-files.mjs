import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../hash-files.mjs';

const notOurs = new Set(['.git', '.jiechu', 'coverage', 'dist', 'node_modules']);

/** The project's files: what git has or would add; in a plain copy everything that is not made. */
export function listProjectFiles(root) {
  if (existsSync(join(root, '.git'))) {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const printed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
    return printed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
  }
  return listFiles(
    root,
    readdirSync(root).filter((name) => !notOurs.has(name)),
  );
}
