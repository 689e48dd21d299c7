import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../../src/contract/directory-contract.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

const stolen = {
  channel: '110',
  text: '自行车被偷了',
  place: '东街 1 号',
  facts: { stolen: 'yes' },
};
const send = (person: string, key: string | undefined, body: object) =>
  api.ask(person, { method: 'POST', url: '/api/reports', body, ...(key !== undefined && { key }) });

describe('a report while the engine is away', () => {
  test('is kept, decided with reasons and acknowledged as pending', async () => {
    const answer = await send('ora', 'first', stolen);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      report: 'R20260302-000001',
      pending: true,
      standard: { id: 'theft', title: { zh: '盗窃', en: 'Theft' } },
      decision: { outcome: 'theft', because: [{ row: 'gone' }] },
    });
    const kept = await api.store.reports.get('R20260302-000001');
    expect(kept).toMatchObject({
      status: 'inbox',
      text: stolen.text,
      unit: 'east',
      zone: 'town',
      incident: 'I20260302-000001',
      procedure: 'theft',
      attempts: 1,
    });
  });

  test('is the same report when it is sent again, and its incident keeps its id', async () => {
    expect((await send('ora', 'first', stolen)).json()).toMatchObject({
      report: 'R20260302-000001',
      pending: true,
    });
    expect(await api.store.reports.get('R20260302-000001')).toMatchObject({
      incident: 'I20260302-000001',
      attempts: 2,
    });
  });

  test('is refused where its key was used for another content, which is logged', async () => {
    const answer = await send('ora', 'first', { ...stolen, text: '别的' });
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'key-reused' }]);
    const log = await api.store.apiLog.read();
    expect(log.at(-1)).toMatchObject({
      kind: 'refused',
      data: { person: 'ora', action: 'report', code: 'key-reused' },
    });
  });

  test('is another report under the same key from another person', async () => {
    expect((await send('wes', 'first', stolen)).json()).toMatchObject({
      report: 'R20260302-000002',
    });
  });

  test('goes to what the release has for what fits no standard, and says so', async () => {
    const body = { channel: '110', text: '不清楚', facts: { value: 5 } };
    expect((await send('ora', 'vague', body)).json()).toMatchObject({
      standard: { id: 'unsorted' },
      unplaced: true,
      decision: { outcome: 'unsorted', otherwise: true, missing: ['stolen'] },
    });
    const placed = await send('ora', 'placed', stolen);
    expect(placed.json()).not.toHaveProperty('unplaced');
  });

  test.each([undefined, 'has a space', 'has:colon', 'x'.repeat(201)])(
    'needs a key: not %s',
    async (key) => {
      const answer = await send('ora', key, stolen);
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { code: 'key-missing' }]);
    },
  );
});

const suggest = (body: object) =>
  api.ask('ora', { method: 'POST', url: '/api/reports/suggest', body });

test('words in a text suggest facts and decide nothing: what has to be asked is named', async () => {
  expect((await suggest({ text: 'my bike was STOLEN' })).json()).toMatchObject({
    facts: [{ fact: 'stolen', as: 'yes', word: 'stolen' }],
    standard: { id: 'unsorted' },
    decision: { otherwise: true, missing: ['stolen', 'value'] },
  });
});

test('what was confirmed so far tells how a report would be handled, and nothing is kept', async () => {
  const before = await api.store.reports.get('R20260302-000004');
  const answer = await suggest({ text: 'my bike', facts: { stolen: 'yes' } });
  expect(answer.json()).toMatchObject({
    facts: [],
    standard: { id: 'theft', title: { zh: '盗窃', en: 'Theft' } },
    decision: { outcome: 'theft', because: [{ row: 'gone' }] },
  });
  expect(await api.store.reports.get('R20260302-000004')).toEqual(before);
});

test('what a fact does not take is refused before the report is sent', async () => {
  const answer = await suggest({ text: 'my bike', facts: { stolen: 'perhaps' } });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { code: 'invalid', errors: [{ pointer: '/facts/stolen' }] },
  ]);
});

test('the directory offers what a report takes', async () => {
  const directory = (await api.ask('ora', { url: '/api/directory' })).json() as Directory;
  expect(directory).toMatchObject({
    channels: [{ id: '110' }],
    zones: [
      { id: 'town', title: { zh: '城', en: 'Town' } },
      { id: 'land', title: { zh: '乡', en: 'Land' } },
    ],
    ways: [
      { id: 'scene', title: { zh: '现场', en: 'Scene' } },
      { id: 'desk', title: { zh: '窗口', en: 'Desk' } },
    ],
  });
  // Where nobody holds a role that handles, nothing can be handled: not at the bureau, not in its centre.
  expect(directory.units.map(({ id, handles }) => [id, handles])).toEqual([
    ['bureau', []],
    ['east', ['scene', 'desk']],
    ['room', []],
    ['sub', []],
    ['west', ['scene']],
  ]);
  expect(directory.reportFacts.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['stolen', 'value', 'hurt']),
  );
  expect(directory.reportFacts.map(({ id }) => id)).not.toContain('zone');
});
