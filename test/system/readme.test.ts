import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The README shows what the command line shows. `…` stands for anything.
const top = fileURLToPath(new URL('../..', import.meta.url));
const program = join(top, 'dist/src/cli/main.js');
const clock = new URL('fixed-clock.mjs', import.meta.url).href;
const shown = [
  ...readFileSync(join(top, 'README.md'), 'utf8').matchAll(/^\$ npx jiechu (.+)\n([^]*?)^```$/gm),
].map(([, line = '', output = '']) => ({ line, output }));
// These need a system that runs, and show what one system said once.
const offline = shown.filter(({ line }) => !/^(intake|officers|verify)\b/.test(line));

const root = mkdtempSync(join(tmpdir(), 'jiechu-readme-'));
beforeAll(() => {
  for (const part of ['standards', 'rules', 'samples']) {
    cpSync(join(top, part), join(root, part), { recursive: true });
  }
});
afterAll(() => rmSync(root, { recursive: true }));

/** The misspelt step that the README tells of, for one command. */
function withMistake<T>(run: () => T): T {
  const file = join(root, 'standards/37-lost-found-property/standard.yaml');
  const right = readFileSync(file, 'utf8');
  writeFileSync(file, right.replace('after: theft-screen\n', 'after: theft-scren\n'));
  try {
    return run();
  } finally {
    writeFileSync(file, right);
  }
}

const run = (line: string): string =>
  spawnSync(process.execPath, ['--import', clock, program, ...line.split(' '), '--lang', 'en'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  }).stdout;

const pattern = (output: string): RegExp =>
  new RegExp(
    `^${output
      .trimEnd()
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^]*?')}\\s*$`,
  );

test('the README shows six verbs at work without a system', () => {
  const verbs = offline.map(({ line }) => line.split(' ')[0]);
  expect(verbs).toEqual(['check', 'test', 'explain', 'simulate', 'graph', 'release']);
});

test.each(offline)('npx jiechu $line', ({ line, output }) => {
  const found = line === 'check' ? withMistake(() => run(line)) : run(line);
  expect(found).toMatch(pattern(output));
});
