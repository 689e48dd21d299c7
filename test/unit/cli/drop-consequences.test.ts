import { expect, test } from 'vitest';
import { dropConsequences } from '../../../src/cli/drop-consequences.ts';
import type { Loss } from '../../../src/load/loss.ts';

const problem = (code: string, en: string, path: readonly string[] = []) => ({
  code,
  severity: 'error' as const,
  message: { zh: en, en },
  file: 'a.yaml',
  path,
});
const problems = [
  problem('STD001', 'unknown step `look`'),
  problem('STD004', 'unknown standard `fire`'),
  problem('STD001', 'unknown step `lok`'),
  problem('STD021', 'no step closes the incident', ['standard']),
  problem('STD047', 'required step `arrive` has no limit', ['steps', 'arrive']),
  problem('STD040', 'steps wait for each other: `a` → `b` → `a`', ['steps', 'a', 'after']),
];
const lost = (changes: Partial<Loss>): Loss => ({
  file: 'b.yaml',
  kind: 'part',
  paths: [['steps', 'look']],
  words: new Set(['look']),
  ...changes,
});

test.each([
  { what: 'nothing', losses: [], kept: [0, 1, 2, 3, 4, 5] },
  { what: 'a step of a part', losses: [lost({})], kept: [1, 2, 5] },
  {
    what: 'a whole standard',
    losses: [lost({ kind: 'standard', id: 'fire', paths: [[]], words: new Set(['fire']) })],
    kept: [0, 2, 5],
  },
  { what: 'what cannot be read', losses: [lost({ paths: [[]], words: 'any' })], kept: [5] },
  {
    what: 'a key of another step',
    losses: [lost({ file: 'a.yaml', kind: 'standard', paths: [['steps', 'talk', 'due']] })],
    kept: [1, 2, 4, 5],
  },
  {
    what: 'a misspelt key, whose content is there',
    losses: [
      lost({ file: 'a.yaml', paths: [['steps', 'arrive', 'after']], words: new Set<string>() }),
    ],
    kept: [0, 1, 2, 3, 4, 5],
  },
  { what: 'a scenario', losses: [lost({ kind: 'scenario' })], kept: [0, 1, 2, 3, 4, 5] },
] satisfies readonly { what: string; losses: Loss[]; kept: number[] }[])(
  'with $what lost, problems $kept are told',
  ({ losses, kept }) => {
    const told = dropConsequences(problems, losses);
    expect(told).toEqual(kept.map((index) => problems[index]));
  },
);
