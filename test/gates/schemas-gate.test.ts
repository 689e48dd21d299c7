import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-schemas-'));
  cpSync(join(root, 'src/load/schema'), join(folder, 'src/load/schema'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = () => {
  const script = join(root, 'src/setup/gates/schemas.mjs');
  // The current folder holds schemas and no program: what the types say comes from the source.
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
};

test('schemas that say what the types say are accepted, without a build', () => {
  expect(check()).toEqual({ status: 0, printed: '' });
});

test('a changed and a missing schema are named', () => {
  writeFileSync(join(folder, 'src/load/schema/part.schema.json'), '{}\n');
  rmSync(join(folder, 'src/load/schema/cases.schema.json'));
  const { status, printed } = check();
  expect(status).toBe(1);
  expect(printed).toContain('part.schema.json is out of date: run npm run schemas');
  expect(printed).toContain('cases.schema.json is out of date: run npm run schemas');
});
