import { expect, test } from 'vitest';
import { noFiles } from '../../../src/web/step/attached-files.ts';
import { buildStepAct } from '../../../src/web/step/build-step-act.ts';
import { missingInForm } from '../../../src/web/step/missing-in-form.ts';
import { emptyStepDraft, type StepDraft } from '../../../src/web/step/step-draft.ts';
import type { StepAction } from '../../../src/web/step/step-words.ts';
import { aFact, aStep, text } from './a-step.ts';

const pressed = '2026-03-01T16:30:05.000Z';
const draftOf = (given: Partial<StepDraft>): StepDraft => ({ ...emptyStepDraft, ...given });
const missing = (
  step: ReturnType<typeof aStep>,
  action: StepAction,
  given: Partial<StepDraft> = {},
  files = noFiles,
) => missingInForm(step, action, draftOf(given), files).map(({ title }) => title.en);
const build = (
  step: ReturnType<typeof aStep>,
  action: StepAction,
  given: Partial<StepDraft> = {},
  files = noFiles,
) => buildStepAct({ step, action, draft: draftOf(given), files, pressed });

const asking = aStep({
  facts: [aFact('found'), aFact('colour', { required: false })],
  evidenceNeeded: [{ id: 'photo', title: text('Photo') }],
});

test('a required answer and evidence are missed by name, an optional answer is not', () => {
  expect(missing(asking, 'do')).toEqual(['found?', 'Photo']);
  expect(missing(asking, 'do', { facts: { found: 'yes' }, evidence: { photo: ' ' } })).toEqual([
    'Photo',
  ]);
  expect(missing(asking, 'do', { facts: { found: 'yes' }, evidence: { photo: 'p1' } })).toEqual([]);
});

test('a known answer counts until somebody empties its field', () => {
  const known = aStep({ facts: [aFact('found', { value: 'yes' })] });
  expect(missing(known, 'do')).toEqual([]);
  expect(missing(known, 'do', { facts: { found: undefined } })).toEqual(['found?']);
});

test('a deviation takes a reason, a rejection and a re-opening take a note, agreeing takes nothing', () => {
  expect(missing(asking, 'deviate')).toEqual(['Reason']);
  expect(missing(asking, 'deviate', { reason: 'unsafe' })).toEqual([]);
  for (const action of ['reject', 'reopen'] as const) {
    expect(missing(asking, action, { note: ' ' })).toEqual(['Note']);
    expect(missing(asking, action, { note: 'look again' })).toEqual([]);
  }
  expect(missing(asking, 'agree')).toEqual([]);
  expect(missing(asking, 'extend')).toEqual([]);
});

test('doing sends when it happened, what was answered and the evidence, trimmed', () => {
  const act = build(asking, 'do', {
    facts: { found: 'yes' },
    evidence: { photo: ' p1 ' },
    note: ' at the gate ',
    crew: 2,
    equipment: ['torch'],
  });
  expect(act).toEqual({
    action: 'do',
    happened: pressed,
    facts: { found: 'yes' },
    evidence: [{ kind: 'photo', reference: 'p1' }],
    note: 'at the gate',
    crew: 2,
    equipment: ['torch'],
  });
});

test('a time that somebody gave is sent instead of the moment of pressing', () => {
  expect(build(aStep(), 'do', { happened: '2026-03-02T00:10:00' })).toEqual({
    action: 'do',
    happened: '2026-03-01T16:10:00.000Z',
  });
});

test('a required answer is sent though it was known, an optional one only where it changed', () => {
  const step = aStep({
    facts: [
      aFact('found', { value: 'yes' }),
      aFact('colour', { required: false, value: 'red' }),
      aFact('size', { required: false, value: 'small' }),
    ],
  });
  const act = build(step, 'do', { facts: { colour: 'red', size: 'large' } });
  expect(act.facts).toEqual({ found: 'yes', size: 'large' });
});

test('other acts say nothing of when or what, and a repeating step says which time it was', () => {
  const step = aStep({ ...asking, repeats: true, occurrence: 3 });
  const given = { facts: { found: 'yes' }, evidence: { photo: 'p1' }, reason: 'unsafe' };
  expect(build(step, 'agree', given)).toEqual({ action: 'agree', occurrence: 3 });
  expect(build(step, 'deviate', { ...given, note: 'dark' })).toEqual({
    action: 'deviate',
    occurrence: 3,
    reason: 'unsafe',
    note: 'dark',
  });
});

test('files are evidence by their hash, each with the number that was typed or a mark of its own', () => {
  const file = (hash: string) => ({ sha256: hash.repeat(64), size: 1, type: 'image/png' });
  const files = { kept: { photo: [file('a'), file('b')] }, underWay: [] };
  const found = { facts: { found: 'yes' } };
  expect(missing(asking, 'do', found, files)).toEqual([]);
  expect(build(asking, 'do', found, files).evidence).toEqual([
    { kind: 'photo', reference: `sha256:${'a'.repeat(12)}`, sha256: 'a'.repeat(64) },
    { kind: 'photo', reference: `sha256:${'b'.repeat(12)}`, sha256: 'b'.repeat(64) },
  ]);
  const numbered = { ...found, evidence: { photo: 'p1' } };
  expect(build(asking, 'do', numbered, files).evidence?.map(({ reference }) => reference)).toEqual([
    'p1',
    'p1',
  ]);
  expect(missing(asking, 'do', found, { kept: {}, underWay: ['photo'] })).toEqual([]);
});
