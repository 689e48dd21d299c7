import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countTests } from '../../src/setup/run-vitest.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-count-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const good = {
  name: '/x/good.test.ts',
  status: 'passed',
  assertionResults: [{ status: 'passed' }],
};
const bad = {
  name: '/x/test/bad.test.ts',
  status: 'failed',
  assertionResults: [
    {
      status: 'failed',
      fullName: 'a test',
      failureMessages: ['expected 1 to be 2\n    at line 3'],
    },
    { status: 'passed' },
  ],
};
const broken = {
  name: '/x/broken.test.ts',
  status: 'failed',
  message: 'no such module\n    at line 1',
  assertionResults: [],
};

test('tests are counted as they are, and each failure has its line', () => {
  const file = report({ numPassedTests: 2, numFailedTests: 1, testResults: [good, bad] });
  expect(countTests(file, 1, '/x')).toEqual({
    passed: 2,
    failed: 1,
    failures: ['test/bad.test.ts > a test: expected 1 to be 2'],
  });
});

test('a file that failed before its first test counts as one failure', () => {
  const file = report({ numPassedTests: 1, numFailedTests: 0, testResults: [good, broken] });
  expect(countTests(file, 1, '/x')).toEqual({
    passed: 1,
    failed: 1,
    failures: ['broken.test.ts: no such module'],
  });
});

test('an error outside of all tests counts as one failure', () => {
  const file = report({ numPassedTests: 1, numFailedTests: 0, testResults: [good] });
  expect(countTests(file, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countTests(file, 0)).toEqual({ passed: 1, failed: 0, failures: [] });
});

test('a run without a report counts as one failure', () => {
  expect(countTests(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
});
