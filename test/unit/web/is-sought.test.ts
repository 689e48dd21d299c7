import { expect, test } from 'vitest';
import { isSought } from '../../../src/web/incidents/is-sought.ts';

const line = {
  id: 'I20260302-000007',
  standard: { id: 'theft', title: { zh: '盗窃', en: 'Theft' } },
  priority: 3,
  unit: { id: 'east', name: { zh: '东派出所', en: 'East Station' } },
  place: '东街 1 号',
  words: '自行车被偷了',
  hidden: false,
  reportedAt: '2026-03-02T01:00:00.000Z',
  late: 0,
  openSteps: 1,
};

test.each([
  ['', true],
  [' 000007 ', true],
  ['THEFT', true],
  ['east station', true],
  ['东街', true],
  ['自行车', true],
  ['手机', false],
])('a line is found by its number, type, unit, place and words: %j %s', (sought, found) => {
  expect(isSought(line, sought, ({ en }) => en)).toBe(found);
});

test('a line whose place and words are hidden is found by the rest', () => {
  const { place: _place, words: _words, ...hidden } = line;
  expect(isSought(hidden, 'theft', ({ en }) => en)).toBe(true);
  expect(isSought(hidden, '自行车', ({ en }) => en)).toBe(false);
});
