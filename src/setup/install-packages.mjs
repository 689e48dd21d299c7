import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './places.mjs';
import { mustRun } from './run-command.mjs';

/** Runs `npm ci` unless node_modules already holds what package-lock.json says. */
export async function installPackages({ log, root = repositoryRoot }) {
  if (packagesMatchLock(root)) return;
  await log.step('installing packages (npm ci)', () =>
    // Development packages build the program, so they are wanted under NODE_ENV=production too.
    mustRun(npmCommand, ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root }),
  );
}

/**
 * npm writes node_modules/.package-lock.json last, with what it has really installed.
 * Optional packages are for other platforms as well, so their absence says nothing.
 */
export function packagesMatchLock(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

const npmCommand = process.platform === 'win32' ? 'npm.cmd' : 'npm';
