import { expect, test } from 'vitest';
import { answerFacts } from '../../../../src/cli/officers/answer-facts.ts';
import { chanceOf } from '../../../../src/cli/officers/chance.ts';
import type { OfficerScript } from '../../../../src/cli/officers/officer-script.ts';
import type { FactField } from '../../../../src/contract/step-contract.ts';
import type { FactValue } from '../../../../src/model/fact-value.ts';
import { aScript } from './a-prompt.ts';

const field = (id: string, rest: Partial<FactField>): FactField => ({
  id,
  ask: { zh: id, en: id },
  kind: 'choice',
  personal: false,
  required: true,
  ...rest,
});
const choices = (...values: readonly string[]) => ({
  choices: values.map((value) => ({ value, label: { zh: value, en: value } })),
});
const answer = (
  one: FactField,
  script: Partial<OfficerScript> = {},
  answers: Readonly<Record<string, FactValue>> = {},
) =>
  answerFacts([one], {
    script: { ...aScript, ...script },
    chance: chanceOf('one'),
    story: { name: 'a report', answers },
    standard: 'loss',
    now: Date.UTC(2026, 2, 2),
  })[one.id];

test('a report that says how it turns out is believed before the script', () => {
  const kind = field('kind', choices('bag', 'phone'));
  expect(answer(kind, { answers: { kind: 'bag' } }, { kind: 'phone' })).toBe('phone');
  expect(answer(kind, { answers: { kind: 'bag' } })).toBe('bag');
  expect(
    answer(kind, { answers: { kind: 'bag' }, 'answers-in': { loss: { kind: 'phone' } } }),
  ).toBe('phone');
});

test('what is a choice of another standard is no answer here', () => {
  expect(answer(field('kind', choices('bag')), {}, { kind: 'dog' })).toBe('bag');
  expect(answer(field('count', { kind: 'number', min: 0, max: 3 }), {}, { count: 9 })).toBe(0);
});

test('a number is drawn from a range, a choice by weight, and the standard is the present one', () => {
  const count = field('count', { kind: 'number' });
  expect(answer(count, { answers: { count: [3, 3] } })).toBe(3);
  expect(answer(field('kind', choices('a', 'b')), { answers: { kind: { a: 0, b: 1 } } })).toBe('b');
  const type = field('type', choices('theft', 'loss'));
  expect(answer(type, { 'present-standard': ['type'] })).toBe('loss');
});

test('without a word anywhere it is answered all the same, where it has to be', () => {
  expect(answer(field('kind', choices('a', 'b')))).toBe('a');
  expect(answer(field('words', { kind: 'text' }))).toBe('see statement');
  expect(answer(field('since', { kind: 'time' }))).toBe('2026-03-02T00:00:00.000Z');
  expect(answer(field('kind', { ...choices('a'), required: false }))).toBeUndefined();
});

test('an answer that is there already is not given again unless it must be', () => {
  const kind = { ...choices('a', 'b'), value: 'b' };
  expect(answer(field('kind', { ...kind, required: false }), {}, { kind: 'b' })).toBeUndefined();
  expect(answer(field('kind', { ...kind, required: false }), {}, { kind: 'a' })).toBe('a');
  expect(answer(field('kind', kind))).toBe('b');
});
