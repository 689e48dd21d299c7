import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Planted {
  readonly file: string;
  readonly text: string;
  readonly says: string;
}

const longFunction = `export const long = () => {\n${'  void 0;\n'.repeat(71)}};\n`;
const colour = "type Colour = 'red' | 'blue';\n";

const inCode: readonly Planted[] = [
  { file: 'src/cli/type.ts', text: "export const one: number = 'one';\n", says: 'TS2322' },
  {
    file: 'src/cli/index.ts',
    text: 'export const first = (list: string[]): string => list[0];\n',
    says: 'TS2322',
  },
  { file: 'src/cli/dom.ts', text: 'export const title = document.title;\n', says: 'TS2584' },
  { file: 'src/machine/process.ts', text: 'export const pid = process.pid;\n', says: 'TS2591' },
  { file: 'src/compile/buffer-type.ts', text: 'export type Bytes = Buffer;\n', says: 'TS2591' },
  {
    file: 'src/model/node-type.ts',
    text: "import type { Stats } from 'node:fs';\nexport type Found = Stats;\n",
    says: 'TS2591',
  },
  { file: 'workflows/timer.ts', text: 'export const now = performance.now();\n', says: 'TS2304' },
  {
    file: 'src/simulate/clock.ts',
    text: 'export const now = () => Date.now();\n',
    says: 'no-restricted-syntax',
  },
  {
    file: 'workflows/chance.ts',
    text: 'export const chance = () => Math.random();\n',
    says: 'no-restricted-syntax',
  },
  {
    file: 'src/cli/parsed.ts',
    text: "export const at = Date.parse('Mar 3');\n",
    says: 'model/read-time.ts',
  },
  {
    file: 'src/store/made.ts',
    text: "export const at = new Date('1');\n",
    says: 'model/read-time.ts',
  },
  {
    file: 'workflows/matched.ts',
    text: 'export const isTime = (text: string) => /^\\d\\d:\\d\\d$/u.test(text);\n',
    says: 'model/read-time.ts',
  },
  {
    file: 'src/contract/format.ts',
    text: "export const time = { format: 'date-time' };\n",
    says: 'model/read-time.ts',
  },
  {
    file: 'workflows/advised.ts',
    text: "import { workflowInfo } from '@temporalio/workflow';\nexport const isLong = () => workflowInfo().continueAsNewSuggested;\n",
    says: 'no-restricted-syntax',
  },
  {
    file: 'workflows/salted.ts',
    text: "export const drawn = { salt: 'foretold' };\n",
    says: 'what is made here can be foretold',
  },
  {
    file: 'workflows/foretold.ts',
    text: "import { uuid4 } from '@temporalio/workflow';\nexport const salt = () => uuid4();\n",
    says: 'let an activity draw',
  },
  {
    file: 'workflows/hurried.ts',
    text: "import { untilWall } from './domain-clock.ts';\nexport const isPast = (wall: number) => untilWall(wall) <= 1;\n",
    says: 'no-restricted-imports',
  },
  {
    file: 'src/store/nameless.ts',
    text: 'export default 1;\n',
    says: 'no-restricted-syntax',
  },
  {
    file: 'src/api/floating.ts',
    text: 'const wait = async () => 1;\nexport const go = () => {\n  wait();\n};\n',
    says: '@typescript-eslint/no-floating-promises',
  },
  {
    file: 'src/machine/colour.ts',
    text: `${colour}export const warm = (colour: Colour) => {\n  switch (colour) {\n    case 'red':\n      return true;\n  }\n  return false;\n};\n`,
    says: '@typescript-eslint/switch-exhaustiveness-check',
  },
  {
    file: 'src/load/any.ts',
    text: 'export const any = (value: any) => String(value);\n',
    says: '@typescript-eslint/no-explicit-any',
  },
  { file: 'src/worker/long.ts', text: longFunction, says: 'max-lines-per-function' },
  {
    file: 'src/decide/excuse.ts',
    text: '// eslint-disable-next-line no-var\nexport const fine = 1;\n',
    says: 'Unused eslint-disable',
  },
  { file: 'src/setup/old.mjs', text: 'var old = 1;\nexport { old };\n', says: 'no-var' },
  { file: 'scripts/alone.ts', text: 'export const alone = 1;\n', says: 'no tsconfig' },
];

const inPages: readonly Planted[] = [
  { file: 'src/web/node.ts', text: 'export const pid = process.pid;\n', says: 'TS2591' },
  {
    file: 'src/web/floating.tsx',
    text: 'const wait = async () => 1;\nexport const go = () => {\n  wait();\n};\n',
    says: '@typescript-eslint/no-floating-promises',
  },
];

const clean: Readonly<Record<string, string>> = {
  'src/machine/answer.ts': 'export const answer = (): number => 42;\n',
  'src/machine/passes-on.ts': "export { answer } from './answer.ts';\n",
  'src/cli/asks.ts':
    "import { answer } from '../machine/passes-on.ts';\nexport const ask = () => {\n  answer();\n};\n",
  'src/cli/node.ts': 'export const pid = process.pid;\n',
  'src/setup/plain.mjs': 'export const plain = 1;\n',
  'workflows/domain-clock.ts': 'export const now = () => Date.now();\n',
  'src/web/page.tsx': 'export const title = document.title;\n',
};

let folder = '';

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function judge(...configs: string[]) {
  const script = join(root, 'src/setup/gates/code.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...configs], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  });
  expect(stderr).toBe('');
  return { status, lines: stdout.split('\n').filter((line) => line !== '') };
}

const judgeCode = () => judge('tsconfig.core.json', 'tsconfig.json');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-code-'));
  const settings = ['package.json', 'eslint.config.js', 'tsconfig.json', 'tsconfig.core.json'];
  for (const file of [...settings, 'src/web/tsconfig.json']) {
    cpSync(join(root, file), join(folder, file));
  }
  // A folder of its own: the gate remembers things in it.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const [file, text] of Object.entries(clean)) write(file, text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the gate of code', { timeout: 60_000 }, () => {
  test('accepts what is right, and again', () => {
    expect(judgeCode()).toEqual({ status: 0, lines: [] });
    expect(judgeCode()).toEqual({ status: 0, lines: [] });
  });

  test('finds everything planted, and what a change elsewhere makes wrong in a file it has seen', () => {
    write('src/machine/answer.ts', 'export const answer = async (): Promise<number> => 42;\n');
    for (const { file, text } of inCode) write(file, text);
    const { status, lines } = judgeCode();
    expect(status).toBe(1);
    const floating = {
      file: 'src/cli/asks.ts',
      says: '@typescript-eslint/no-floating-promises',
    };
    for (const { file, says } of [...inCode, floating])
      expect(lines.filter((line) => line.startsWith(`${file}(`)).join('\n'), file).toContain(says);
    const named = new Set(lines.map((line) => line.split('(', 1)[0]));
    expect([...named].filter((file) => file !== undefined && file in clean)).toEqual([
      'src/cli/asks.ts',
    ]);
    expect(judgeCode()).toEqual({ status, lines });
  });

  test('finds what is planted in the pages, which have a DOM and no Node.js', () => {
    for (const { file, text } of inPages) write(file, text);
    const { status, lines } = judge('src/web/tsconfig.json');
    expect(status).toBe(1);
    expect(new Set(lines.map((line) => line.split('(', 1)[0]))).toEqual(
      new Set(inPages.map(({ file }) => file)),
    );
    for (const { file, says } of inPages)
      expect(lines.find((line) => line.startsWith(`${file}(`))).toContain(says);
  });
});
