import { expect, test } from 'vitest';
import { fittingAnswers } from '../../src/procedure/fitting-answers.ts';
import type { Reading } from '../../src/api/views/reading.ts';
import { stepView } from '../../src/api/views/step-view.ts';
import type { AnswerRecord } from '../../src/store/ports/log.ts';
import { sampleRelease } from './bureau.ts';

const release = sampleRelease();
const spec = release.procedures['theft']!;
const [way] = [spec.settings.facts.handledAt];
/** A step that is done in one way of handling only. */
const step = Object.values(spec.steps).find(({ when }) =>
  JSON.stringify(spec.conditions[when ?? -1] ?? {}).includes(`"${way}"`),
)!;

const undecidedFor = (answers: readonly Partial<AnswerRecord>[]) => {
  const known = Object.fromEntries(
    answers.flatMap(({ fact, value }) => (value === undefined ? [] : [[fact, value]])),
  );
  const reading = {
    spec,
    index: { roles: {}, facts: {} },
    values: fittingAnswers(spec, known),
    standing: { answers: known, table: { closed: 1 } },
    answers,
    bindings: {},
    names: { units: [], people: [] },
    mayReadProtected: false,
  } as unknown as Reading;
  const row = { step: step.id, status: 'undecided', occurrence: 1 } as const;
  return stepView(reading, { spec, step, row } as never).undecidedFor.map(({ id }) => id);
};

test('a step names the fact that it is undecided for', () => {
  expect(undecidedFor([])).toEqual([way]);
});

test('a way of handling that the standard does not have, kept from another, has to be answered anew', () => {
  expect(undecidedFor([{ fact: way, value: 'by-carrier-pigeon' }])).toEqual([way]);
});

test('what is answered and hidden from the reader is not asked again', () => {
  expect(undecidedFor([{ fact: way, commitment: 'abc' }])).toEqual([]);
});
