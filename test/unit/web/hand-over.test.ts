import { expect, test } from 'vitest';
import { changedHandOver, handOverAct } from '../../../src/web/incident/hand-over.ts';
import { peoplePath, personOptions } from '../../../src/web/incident/person-options.ts';

test('a role is handed over once its new unit is known, to a person where one is chosen', () => {
  expect(handOverAct({ role: 'desk', note: '' })).toBeUndefined();
  expect(handOverAct({ role: 'desk', unit: 'east', note: ' ' })).toEqual({
    action: 'hand-over',
    role: 'desk',
    unit: 'east',
  });
  expect(handOverAct({ role: 'desk', unit: 'east', person: 'sam', note: ' ill ' })).toEqual({
    action: 'hand-over',
    role: 'desk',
    unit: 'east',
    person: 'sam',
    note: 'ill',
  });
});

test('who was chosen for another role or unit is not kept', () => {
  expect(changedHandOver({ unit: 'west' })).toEqual({ unit: 'west', person: undefined });
  expect(changedHandOver({ role: 'desk' })).toEqual({ role: 'desk', person: undefined });
  expect(changedHandOver({ note: 'ill' })).toEqual({ note: 'ill' });
  expect(changedHandOver({ person: 'sam' })).toEqual({ person: 'sam' });
});

test('people are found by name and by account', () => {
  const name = { zh: '曹安然', en: 'Cao Anran' };
  const unit = { id: 'east', name: { zh: '东所', en: 'East' } };
  expect(personOptions([{ id: 'cao', name, unit, roles: [] }], ({ zh }) => zh)).toEqual([
    { value: 'cao', label: '曹安然 · cao' },
  ]);
  expect(peoplePath('a b', 'c&d')).toBe('/api/directory/people?unit=a+b&role=c%26d');
});
