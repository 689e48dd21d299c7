import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectPolicyIds } from '../../src/setup/gates/collect-policy-ids.mjs';
import { findPolicyIds } from '../../src/setup/gates/find-policy-ids.mjs';

const gates = resolve(import.meta.dirname, '../../src/setup/gates');
const allowed = JSON.parse(readFileSync(join(gates, 'policy-ids.allow.json'), 'utf8')) as unknown;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-policy-ids-'));
  write('standards/01-lost-cat/standard.yaml', 'standard: lost-cat\nsteps: { look-up-tree: {} }\n');
  write('standards/parts/leave.yaml', 'part: leave\nfacts: { cat-found: {} }\n');
  write(
    'rules/cat-colours/cat-colours.yaml',
    'rules: cat-grade\ndecides: { fur: [ginger] }\nrows: { purrs: {} }\n',
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function found(): string[] {
  return findPolicyIds({ root: folder, ids: collectPolicyIds(folder), allowed }).map(
    ({ file, line, column, value }) => `${file}:${line}:${column} ${value}`,
  );
}

test.each(['lost-cat', 'look-up-tree', 'leave', 'cat-found', 'cat-colours', 'cat-grade', 'ginger'])(
  'the id %s is refused in a string of the code',
  (id) => {
    write('src/machine/bad.ts', `export const found = "${id}";\n`);
    expect(found()).toEqual([`src/machine/bad.ts:1:22 ${id}`]);
  },
);

test('an id in a workflow or in a page is refused as well', () => {
  write('workflows/index.ts', "export const a = 'leave';\n");
  write('src/web/page.tsx', 'export const b = <p className="lost-cat" />;\n');
  expect(found()).toEqual(['src/web/page.tsx:1:31 lost-cat', 'workflows/index.ts:1:18 leave']);
});

test('comments, longer strings, keys and modules may have the word of an id', () => {
  write(
    'src/machine/good.ts',
    "// `leave` it\nimport { a } from 'leave';\nexport const b = { leave: a, c: 'to leave' };\n",
  );
  expect(found()).toEqual([]);
});

test('examples for an editor and samples for a catalogue may show an id', () => {
  write('src/model/a.ts', "export const a = { examples: ['leave'] };\n");
  write('src/diagnostics/a.ts', "export const problemSamples = ['lost-cat'];\n");
  expect(found()).toEqual([]);
});

test('a word of the language is allowed although a step has that name', () => {
  write('standards/parts/close.yaml', 'part: close\nsteps: { close: {} }\n');
  write('src/machine/close.ts', "export const act = 'close';\n");
  expect(found()).toEqual([]);
});

test('a project without policy or code passes', () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(found()).toEqual([]);
});
