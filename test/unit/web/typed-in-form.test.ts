import { expect, test } from 'vitest';
import { emptyStepDraft } from '../../../src/web/step/step-draft.ts';
import { typedInForm } from '../../../src/web/step/typed-in-form.ts';
import { aFact, aStep, text } from './a-step.ts';

const step = aStep({
  facts: [aFact('found'), aFact('colour', { value: 'red' })],
  evidenceNeeded: [{ id: 'photo', title: text('Photo') }],
});

test('what was typed is told with its titles, and a known answer that was left alone is not', () => {
  const typed = typedInForm(step, {
    ...emptyStepDraft,
    facts: { found: 'in the yard' },
    evidence: { photo: ' p1 ' },
    note: ' at the gate ',
  });
  expect(typed.map(({ place, title, text }) => [place, title.en, text.en])).toEqual([
    ['fact found', 'found?', 'in the yard'],
    ['evidence photo', 'Photo', 'p1'],
    ['note', 'Note', 'at the gate'],
  ]);
});

test('of an empty form nothing is told', () => {
  expect(typedInForm(step, emptyStepDraft)).toEqual([]);
  expect(typedInForm(step, { ...emptyStepDraft, evidence: { photo: '' }, note: ' ' })).toEqual([]);
});
