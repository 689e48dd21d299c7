import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const layers =
  'model diagnostics conditions procedure machine load compile decide simulate analyse contract store worker api web cli setup'.split(
    ' ',
  );

// For each layer one import that its row of the table does not have.
const wrongLayer: Record<string, string> = {
  model: 'diagnostics',
  diagnostics: 'load',
  conditions: 'diagnostics',
  procedure: 'conditions',
  machine: 'compile',
  load: 'compile',
  compile: 'load',
  decide: 'machine',
  simulate: 'load',
  analyse: 'decide',
  contract: 'diagnostics',
  store: 'worker',
  worker: 'api',
  api: 'machine',
  web: 'store',
  cli: 'web',
  setup: 'model',
};

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly text: string;
}

const uses = (target: string) => `import { word } from '${target}';\nexport const used = word;\n`;
const usesType = (target: string) =>
  `import type { Word } from '${target}';\nexport type Used = Word;\n`;
const runs = (target: string) => `import '${target}';\n`;

const planted: readonly Planted[] = [
  ...layers.map((layer) => ({
    rule: `layer-${layer}`,
    file: `src/${layer}/wrong-layer.ts`,
    text: uses(`../${wrongLayer[layer]}/clean.ts`),
  })),
  {
    rule: 'layer-machine',
    file: 'src/machine/wrong-type.ts',
    text: usesType('../store/clean.ts'),
  },
  {
    rule: 'layer-procedure',
    file: 'src/procedure/wrong-type.ts',
    text: usesType('../machine/clean.ts'),
  },
  {
    rule: 'workflows-see-the-machine-only',
    file: 'workflows/wrong-layer.ts',
    text: usesType('../src/decide/clean.ts'),
  },
  { rule: 'workflows-npm-allowlist', file: 'workflows/wrong-package.ts', text: runs('kysely') },
  { rule: 'workflows-npm-allowlist', file: 'workflows/wrong-builtin.ts', text: runs('node:url') },
  {
    rule: 'sandbox-never-reaches-io',
    file: 'workflows/reaches-io.ts',
    text: uses('../src/machine/with-io.ts'),
  },
  {
    rule: 'only-worker-hosts-workflows',
    file: 'src/api/hosts-workflow.ts',
    text: usesType('../../workflows/index.ts'),
  },
  {
    rule: 'pure-core-has-no-io',
    file: 'src/machine/with-io.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const word = readFileSync;\n",
  },
  { rule: 'ajv-only-in-load', file: 'src/api/uses-ajv.ts', text: runs('ajv') },
  {
    rule: 'json-rules-engine-only-in-decide',
    file: 'src/simulate/uses-engine.ts',
    text: runs('json-rules-engine'),
  },
  {
    rule: 'temporal-worker-only-in-worker',
    file: 'src/cli/uses-worker.ts',
    text: runs('@temporalio/worker'),
  },
  {
    rule: 'sources-are-types-at-run-time',
    file: 'src/compile/loads-schema.ts',
    text: uses('../model/source/clean.ts'),
  },
  {
    rule: 'setup-runs-before-the-packages',
    file: 'src/setup/needs-package.mjs',
    text: runs('yaml'),
  },
  { rule: 'no-unknown-layer', file: 'src/stray/index.ts', text: uses('../model/clean.ts') },
  { rule: 'not-to-tests', file: 'src/model/uses-test.ts', text: uses('../../test/clean.ts') },
  { rule: 'resolvable', file: 'src/model/gone.ts', text: uses('./nowhere.ts') },
  {
    rule: 'no-circular',
    file: 'src/load/one.ts',
    text: "import type { Two } from './two.ts';\nexport type One = Two | 1;\n",
  },
];

let folder = '';

function write(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function cruise(): { readonly status: number | null; readonly seen: ReadonlySet<string> } {
  const script = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [script, '--output-type', 'json', 'src', 'workflows'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as {
    summary: { error: number; violations: { from: string; rule: { name: string } }[] };
  };
  return {
    status: status === 0 ? report.summary.error : status,
    seen: new Set(report.summary.violations.map(({ from, rule }) => `${rule.name} ${from}`)),
  };
}

let clean: ReturnType<typeof cruise>;
let broken: ReturnType<typeof cruise>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-layout-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const word = "export type Word = 'word';\nexport const word: Word = 'word';\n";
  for (const layer of layers) write(`src/${layer}/clean.ts`, word);
  write('test/clean.ts', word);
  write('src/model/source/clean.ts', word);
  write('src/compile/types-only.ts', usesType('../model/source/clean.ts'));
  write('src/machine/uses-conditions.ts', uses('../conditions/clean.ts'));
  write('src/machine/uses-procedure.ts', uses('../procedure/clean.ts'));
  write('src/load/uses-ajv.ts', runs('ajv'));
  write('src/decide/uses-engine.ts', runs('json-rules-engine'));
  write('src/worker/hosts.ts', `${runs('@temporalio/worker')}${uses('../../workflows/index.ts')}`);
  write('src/setup/loads-later.mjs', "export const load = () => import('yaml');\n");
  write(
    'workflows/index.ts',
    `${runs('@temporalio/workflow')}${runs('xstate')}${runs('@noble/hashes/sha2.js')}` +
      `export { word } from '../src/machine/clean.ts';\nexport { word as rule } from '../src/procedure/clean.ts';\nexport type { Word } from '../src/model/clean.ts';\n`,
  );
  clean = cruise();
  for (const { file, text } of planted) write(file, text);
  write('src/load/two.ts', "import type { One } from './one.ts';\nexport type Two = One | 2;\n");
  broken = cruise();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a tree that keeps to the table is accepted', () => {
  expect([...clean.seen]).toEqual([]);
  expect(clean.status).toBe(0);
});

test.each(planted)('$rule refuses $file', ({ rule, file }) => {
  expect(broken.status).not.toBe(0);
  expect([...broken.seen]).toContain(`${rule} ${file}`);
});

test('every rule of the gate has a planted violation', () => {
  const config = join(root, '.dependency-cruiser.cjs');
  const script = `console.log(JSON.stringify(require(${JSON.stringify(config)}).forbidden.map(r => r.name)))`;
  const names = JSON.parse(
    execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }),
  ) as string[];
  expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(names));
});
