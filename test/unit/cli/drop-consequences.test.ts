import { expect, test } from 'vitest';
import { dropConsequences } from '../../../src/cli/drop-consequences.ts';
import type { SourceFile } from '../../../src/load/source-file.ts';

const problem = (en: string) => ({
  code: 'STD000',
  severity: 'error' as const,
  message: { zh: en, en },
  file: 'a.yaml',
  path: [],
});
const problems = [
  problem('unknown step `look`'),
  problem('unknown standard `fire`'),
  problem('unknown step `lok`'),
];
const left = (changes: Partial<SourceFile>): SourceFile => ({
  file: 'b.yaml',
  kind: 'part',
  value: { part: 'scene', steps: { look: {} } },
  id: { key: 'part', text: 'scene' },
  wellShaped: false,
  ...changes,
});

test.each([
  { what: 'nothing', leftOut: [], kept: 3 },
  { what: 'a part', leftOut: [left({})], kept: 2 },
  {
    what: 'a standard',
    leftOut: [left({ kind: 'standard', id: { key: 'standard', text: 'fire' } })],
    kept: 2,
  },
])('with $what left out, $kept of three problems are told', ({ leftOut, kept }) => {
  expect(dropConsequences(problems, leftOut)).toHaveLength(kept);
});
