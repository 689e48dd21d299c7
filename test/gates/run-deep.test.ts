import { expect, test } from 'vitest';
import { deepFiles, minutesOf, runDeep } from '../../src/setup/run-deep.mjs';

test('every long test says how many minutes it takes', () => {
  const files = deepFiles();
  expect(files.length).toBeGreaterThan(0);
  for (const { minutes } of files) expect(minutes).toBeGreaterThan(0);
  expect(minutesOf('// A drill.\n// Takes 5 minutes.\n')).toBe(5);
  expect(() => minutesOf('// A drill.\n')).toThrow('// Takes 5 minutes.');
});

test('what would not be over before the deadline is left out, and said to be', async () => {
  const lines: string[] = [];
  const log = { line: (text: string) => void lines.push(text) };
  const counts = await runDeep({ log, environment: process.env, deadline: Date.now() });
  expect(counts).toEqual({ passed: 0, failed: 0, failures: [] });
  expect(lines).toEqual(
    deepFiles().map(
      ({ file, minutes }) => `skipped ${file}: it takes ${minutes} minutes, 0 are left`,
    ),
  );
});
