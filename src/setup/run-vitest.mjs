import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { repositoryRoot } from './places.mjs';
import { runForeground } from './run-foreground.mjs';

/** Runs vitest on our terminal and returns the real counts and a line for each failure, taken from its JSON report. */
export async function runVitest({ args = [], environment, root = repositoryRoot }) {
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-vitest-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args];
  try {
    const code = await runForeground(process.execPath, command, { cwd: root, env: environment });
    return countTests(report, code, root);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A file that failed before its first test, and an error outside of all tests, count as one each.
 * `failures` holds a line for each: the file, the test's name and the first line of what it says.
 */
export function countTests(report, code, root = repositoryRoot) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, failures: ['vitest left no report'] };
  }
  const failures = result.testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(root, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      return tests.length === 0
        ? [line(file, message)]
        : tests.map((test) => line(`${file} > ${test.fullName}`, test.failureMessages[0]));
    });
  if (failures.length === 0 && code !== 0)
    failures.push(`vitest ended with ${code} outside of all tests`);
  return { passed: result.numPassedTests, failed: failures.length, failures };
}

const line = (place, message) => [place, ...(message ? [message.split('\n')[0]] : [])].join(': ');
