import { expect, test } from 'vitest';
import { correctedFact, correctionAct } from '../../../src/web/incident/correction.ts';
import { aFact } from './a-step.ts';

const answerable = [aFact('colour', { value: 'red' }), aFact('size'), aFact('armed')];

test('the field of a chosen fact shows its present answer until another is given', () => {
  expect(correctedFact(answerable, { note: '' })).toBeUndefined();
  expect(correctedFact(answerable, { fact: 'gone', note: '' })).toBeUndefined();
  expect(correctedFact(answerable, { fact: 'colour', note: '' })?.value).toBe('red');
  expect(correctedFact(answerable, { fact: 'colour', value: 'blue', note: '' })?.value).toBe(
    'blue',
  );
  expect(correctedFact(answerable, { fact: 'size', note: '' })?.value).toBeUndefined();
});

test('a fact is answered or corrected with the reason, where one was given', () => {
  expect(correctionAct(answerable, { fact: 'size', value: 3, note: ' ' })).toEqual({
    action: 'answer',
    facts: { size: 3 },
  });
  expect(
    correctionAct(answerable, { fact: 'colour', value: 'blue', note: ' looked again ' }),
  ).toEqual({ action: 'answer', facts: { colour: 'blue' }, note: 'looked again' });
});

test('"no" and nought are answers', () => {
  for (const value of [false, 0]) {
    expect(correctionAct(answerable, { fact: 'armed', value, note: '' })?.facts).toEqual({
      armed: value,
    });
  }
});

test.each([
  ['nothing is chosen', { note: 'why' }],
  ['the fact cannot be answered any more', { fact: 'gone', value: 1, note: '' }],
  ['it has no answer yet', { fact: 'size', note: '' }],
  ['the answer is the present one', { fact: 'colour', value: 'red', note: 'why' }],
])('nothing is sent where %s', (_, correction) => {
  expect(correctionAct(answerable, correction)).toBeUndefined();
});
