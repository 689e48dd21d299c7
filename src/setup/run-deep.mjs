import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './places.mjs';
import { runVitest } from './run-vitest.mjs';

const folder = 'test/deep';

/** The files of the long tests, in the order of their names, each with the minutes that it says it takes. */
export function deepFiles(root = repositoryRoot) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => ({
      file: `${folder}/${file}`,
      minutes: minutesOf(readFileSync(join(root, folder, file), 'utf8')),
    }));
}

/** The minutes that a file says by its line `// Takes 5 minutes.`; without one it could take as long as it likes. */
export function minutesOf(text) {
  const found = /^\/\/ Takes (\d+) minutes?\.$/m.exec(text);
  if (found === null) throw new Error('a long test says in a line of its own: // Takes 5 minutes.');
  return Number(found[1]);
}

/**
 * Runs the long tests one file after the other: each wants the machine for itself. What would not be over before the
 * deadline is left out and said to be; a shorter one behind it may still fit.
 */
export async function runDeep({ log, environment, deadline = Infinity, args = [] }) {
  const total = { passed: 0, failed: 0, failures: [] };
  const skipped = [];
  for (const { file, minutes } of deepFiles()) {
    const left = (deadline - Date.now()) / 60_000;
    if (minutes > left) {
      skipped.push(
        `skipped ${file}: it takes ${minutes} minutes, ${Math.max(0, Math.floor(left))} are left`,
      );
      continue;
    }
    log.line(`… ${file}, up to ${minutes} minutes`);
    const { passed, failed, failures } = await runVitest({
      args: ['--project=deep', file, ...args],
      environment,
    });
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  }
  skipped.forEach((line) => log.line(line));
  return total;
}
