import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { pathFilter } from '../../../src/cli/check/path-filter.ts';
import { WrongUse } from '../../../src/cli/wrong-use.ts';

const root = mkdtempSync(join(tmpdir(), 'jiechu-paths-'));
mkdirSync(join(root, 'standards/parts'), { recursive: true });
writeFileSync(join(root, 'standards/parts/a.yaml'), '');
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  { paths: [], current: root },
  { paths: ['.'], current: root },
  { paths: ['standards'], current: root },
  { paths: ['standards/parts/'], current: root },
  { paths: ['standards/parts/a.yaml'], current: root },
  { paths: ['a.yaml'], current: join(root, 'standards/parts') },
  { paths: ['standards/parts/a.yaml'], current: tmpdir() },
  { paths: [join(root, 'standards')], current: '/' },
])('$paths from $current is the file', ({ paths, current }) => {
  const isWanted = pathFilter(root, paths, current);
  expect(isWanted('standards/parts/a.yaml')).toBe(true);
  expect(isWanted('rules/a.yaml')).toBe(paths.length === 0 || paths[0] === '.');
});

test('a path that is not there or not below the root is wrong use', () => {
  expect(() => pathFilter(root, ['none'], root)).toThrow(WrongUse);
  expect(() => pathFilter(root, [tmpdir()], root)).toThrow(WrongUse);
});
