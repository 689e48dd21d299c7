import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/compile/parse-condition.ts';
import type { FactSpec } from '../../../src/model/fact-spec.ts';

const label = { zh: '某', en: 'some' };
const specs: readonly FactSpec[] = [
  {
    id: 'injury',
    answer: {
      kind: 'choice',
      choices: ['none', 'minor', 'serious'].map((value) => ({ value, label })),
    },
    from: 'asked',
    personal: false,
  },
  { id: 'count', answer: { kind: 'number', min: 0, max: 100 }, from: 'asked', personal: false },
];
const place = { file: 'a.yaml', path: ['when'] };
const facts = new Map(specs.map((value) => [value.id, { value, place }]));

function parse(source: unknown) {
  const context = {
    facts,
    standards: [],
    report: ({ code }: { code: string }) => {
      throw new Error(code);
    },
  };
  return parseCondition(source, place, context);
}

const compare = (fact: string, operator: string, value: unknown) => ({
  kind: 'compare',
  fact,
  operator,
  value,
});

describe('a condition as written', () => {
  it.each([
    [{ injury: 'minor' }, compare('injury', 'is', 'minor')],
    [{ injury: { not: 'minor' } }, compare('injury', 'is-not', 'minor')],
    [{ injury: { in: ['minor', 'serious'] } }, compare('injury', 'in', ['minor', 'serious'])],
    [{ injury: { not: { in: ['minor'] } } }, compare('injury', 'not-in', ['minor'])],
    [{ count: { 'at-least': 3 } }, compare('count', 'at-least', 3)],
    [{ count: { 'at-most': 3 } }, compare('count', 'at-most', 3)],
    [{ count: { above: 3 } }, compare('count', 'above', 3)],
    [{ count: { below: 3 } }, compare('count', 'below', 3)],
    [{ all: [{ count: 3 }] }, compare('count', 'is', 3)],
    [
      { count: { 'at-least': 3, below: 9 } },
      { kind: 'all', of: [compare('count', 'at-least', 3), compare('count', 'below', 9)] },
    ],
    [
      { injury: 'none', count: 0 },
      { kind: 'all', of: [compare('injury', 'is', 'none'), compare('count', 'is', 0)] },
    ],
    [
      { not: { any: [{ injury: 'none' }, { not: { count: { above: 3 } } }] } },
      { kind: 'all', of: [compare('injury', 'is-not', 'none'), compare('count', 'above', 3)] },
    ],
    [
      { not: { injury: 'none', count: { 'at-least': 3 } } },
      { kind: 'any', of: [compare('injury', 'is-not', 'none'), compare('count', 'below', 3)] },
    ],
  ])('%j is %j', (source, condition) => {
    expect(parse(source)).toEqual(condition);
  });
});
