import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DirectoryPeople } from '../../src/contract/directory-contract.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

const found = async (query: string) => {
  const answer = await api.ask('sam', { url: `/api/directory/people?${query}` });
  return (answer.json() as DirectoryPeople).people.map(({ id }) => id);
};

test.each([
  ['everybody active of a unit', 'unit=east', ['lee', 'new', 'noa', 'ora', 'sam', 'sol', 'sue']],
  ['who holds the role', 'unit=east&role=scene-officer', ['sam', 'sol', 'sue']],
  ['who holds one of the roles that stand for it', 'unit=east&role=handler', ['sam', 'sol', 'sue']],
  ['nobody who has left', 'unit=east&role=leader', ['lee']],
  ['nobody of the unit above', 'unit=sub&role=scene-officer', []],
  ['nobody of a unit that there is not', 'unit=nowhere', []],
  ['nobody for a word that every object has', 'unit=east&role=constructor', []],
])('a role is offered to %s', async (_, query, people) => {
  expect(await found(query)).toEqual(people);
});

test('people come with their names, their unit and their roles, by title', async () => {
  const answer = await api.ask('sam', { url: '/api/directory/people?unit=west&role=leader' });
  expect(answer.json()).toEqual({
    people: [
      {
        id: 'wu',
        name: { zh: 'wu某', en: 'Officer wu' },
        unit: { id: 'west', name: { zh: 'west单位', en: 'Unit west' } },
        roles: [{ id: 'leader', title: expect.objectContaining({ en: expect.any(String) }) }],
      },
    ],
  });
});

test('without a unit nobody is listed: a bureau has thousands', async () => {
  const answer = await api.ask('sam', { url: '/api/directory/people' });
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'invalid' }]);
});
