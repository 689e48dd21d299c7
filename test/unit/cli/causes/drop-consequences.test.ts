import { expect, test } from 'vitest';
import { dropConsequences } from '../../../../src/cli/causes/drop-consequences.ts';
import type { Fault, NameKind, Problem } from '../../../../src/model/diagnostic.ts';
import type { Loss } from '../../../../src/load/loss.ts';

const problem = (about: Problem['about'], path: readonly string[] = []): Problem => ({
  code: 'STD000',
  severity: 'error',
  message: { zh: '错', en: 'wrong' },
  about,
  file: 'a.yaml',
  path,
});
const named = (fault: Fault, kind?: NameKind, name = ''): Problem['about'] => ({
  fault,
  names: kind === undefined ? [] : [{ kind, name }],
});
const problems = [
  problem(named('unknown', 'step', 'look')),
  problem(named('unknown', 'standard', 'fire')),
  problem(named('misspelt', 'step', 'lok')),
  problem(named('absent'), ['standard']),
  problem(named('absent', 'step', 'arrive'), ['steps', 'arrive']),
  problem(named('unfit', 'step', 'a'), ['steps', 'a', 'after']),
  problem(named('unknown', 'role', 'ofificer')),
];
const lost = (changes: Partial<Loss>): Loss => ({
  file: 'b.yaml',
  kind: 'part',
  paths: [['steps', 'look']],
  words: new Set(['look']),
  ...changes,
});

test.each([
  { what: 'nothing', losses: [], kept: [0, 1, 2, 3, 4, 5, 6] },
  { what: 'a step of a part', losses: [lost({})], kept: [1, 2, 5, 6] },
  {
    what: 'a whole standard',
    losses: [lost({ kind: 'standard', id: 'fire', paths: [[]], words: new Set(['fire']) })],
    kept: [0, 2, 5, 6],
  },
  { what: 'what cannot be read', losses: [lost({ paths: [[]], words: 'any' })], kept: [1, 5, 6] },
  {
    what: 'a key of another step',
    losses: [lost({ file: 'a.yaml', kind: 'standard', paths: [['steps', 'talk', 'due']] })],
    kept: [1, 2, 4, 5, 6],
  },
  {
    what: 'a misspelt key, whose content is there',
    losses: [
      lost({ file: 'a.yaml', paths: [['steps', 'arrive', 'after']], words: new Set<string>() }),
    ],
    kept: [0, 1, 2, 3, 4, 5, 6],
  },
  { what: 'a scenario', losses: [lost({ kind: 'scenario' })], kept: [0, 1, 2, 3, 4, 5, 6] },
] satisfies readonly { what: string; losses: Loss[]; kept: number[] }[])(
  'with $what lost, problems $kept are told',
  ({ losses, kept }) => {
    const told = dropConsequences(problems, losses);
    expect(told).toEqual(kept.map((index) => problems[index]));
  },
);
