import { expect, test } from 'vitest';
import type { ProblemDetails } from '../../../src/contract/problem-contract.ts';
import { sameStanding } from '../../../src/web/incident/same-standing.ts';
import { noFiles } from '../../../src/web/step/attached-files.ts';
import { formFaults } from '../../../src/web/step/form-faults.ts';
import { missingInForm } from '../../../src/web/step/missing-in-form.ts';
import { emptyStepDraft } from '../../../src/web/step/step-draft.ts';
import { aFact, aStep, text } from './a-step.ts';

const refusal = (code: string, missing?: string[]): ProblemDetails => ({
  type: 'about:blank',
  title: code,
  status: 409,
  code,
  ...(missing && { missing }),
});

test('what the form lacks is marked at its field', () => {
  const step = aStep({
    facts: [aFact('found'), aFact('colour', { required: false })],
    evidenceNeeded: [{ id: 'photo', title: text('Photo') }],
  });
  const marked = (action: 'do' | 'deviate' | 'reject') => [
    ...formFaults(missingInForm(step, action, emptyStepDraft, noFiles), undefined),
  ];
  expect(marked('do')).toEqual([
    ['fact found', 'missing'],
    ['evidence photo', 'missing'],
  ]);
  expect(marked('deviate')).toEqual([['reason', 'missing']]);
  expect(marked('reject')).toEqual([['note', 'missing']]);
});

test.each([
  ['facts-missing', ['found'], [['fact found', 'missing']]],
  ['fact-invalid', ['found'], [['fact found', 'refused']]],
  ['evidence-missing', ['photo'], [['evidence photo', 'missing']]],
  ['evidence-unknown', ['photo'], [['evidence photo', 'refused']]],
  ['equipment-missing', ['torch'], [['equipment', 'missing']]],
  ['crew-too-small', undefined, [['crew', 'refused']]],
  ['happened-in-future', undefined, [['happened', 'refused']]],
  ['happened-too-long-ago', undefined, [['happened', 'refused']]],
  ['reason-unknown', undefined, [['reason', 'refused']]],
  ['step-not-open', undefined, []],
] as const)('a refusal is marked where it can be mended: %s', (code, missing, marked) => {
  expect([...formFaults([], refusal(code, missing && [...missing]))]).toEqual(marked);
});

test('the steps in the way of closing are listed once, unless they have changed since', () => {
  const closing = { open: ['look'], waiting: [], undecided: ['ask'], unconfirmed: [] };
  expect(sameStanding(closing, undefined)).toBe(false);
  expect(sameStanding(closing, { open: ['look'], undecided: ['ask'], waiting: [] })).toBe(true);
  expect(sameStanding({ ...closing, open: [] }, { open: ['look'], undecided: ['ask'] })).toBe(
    false,
  );
  expect(sameStanding({ ...closing, open: [], undecided: [] }, refusal('forbidden'))).toBe(true);
});
