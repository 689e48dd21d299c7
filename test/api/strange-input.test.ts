import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleRelease } from './bureau.ts';
import { runApi, type Asked, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

const report = { channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } };
const post = (url: string, body: unknown): Asked => ({ method: 'POST', url, key: 'k', body });
const ask = async (asked: Asked) => {
  const answer = await api.ask('sam', asked);
  const { code, detail } = answer.json() as { readonly code?: string; readonly detail?: string };
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  return { status: answer.statusCode, code, ...(detail !== undefined && { detail }) };
};

// PostgreSQL keeps no NUL, and says so by failing.
test.each<readonly [string, Asked]>([
  ['an incident', { url: '/api/incidents/%00' }],
  ['an incident to close', post('/api/incidents/a%00b/close', {})],
  ['a dossier', { url: '/api/incidents/%00/dossier' }],
  ['a step', post('/api/incidents/x/steps/%00', { action: 'do' })],
  ['a standard', { url: '/api/incidents?standard=%00' }],
  ['a report to join', post('/api/incidents/x/acts', { action: 'join', report: 'R\0' })],
  ['a name to sign in', post('/api/session', { name: 'sam\0', password: 'x' })],
])('%s with a NUL in its name is refused', async (_, asked) => {
  expect(await ask(asked)).toMatchObject({ status: 400, code: 'invalid' });
});

describe('a report', () => {
  test.each<readonly [string, object, string]>([
    ...[
      ['at a leap second', '2016-12-31T23:59:60Z', '没有这个时刻'],
      ['at 24:00', '2026-03-01T24:00:00Z', '没有这个时刻'],
      ['on 30 February', '2026-02-30T08:00:00Z', '没有这一天'],
      ['on 31 April', '2025-04-31T08:00:00+08:00', '没有这一天'],
      ['at an offset that is none', '2026-03-01T08:00:00+99:99', '没有这个时差'],
      ['at no place', '2026-03-01T08:00:00', '没有写时差'],
      ['at the second of a form', '2026/03/01 08:15', '时间写法不对'],
      ['at 1', '1', '时间写法不对'],
      ['on Mar 3', 'Mar 3', '时间写法不对'],
      ['in small letters', '2026-03-01t08:00:00z', '时间写法不对'],
    ].map(([what = '', at = '', why = '']): readonly [string, object, string] => [
      what,
      { at },
      `/at: ${why}，要写成 \`2026-11-30T08:15:00+08:00\` 这样`,
    ]),
    [
      'from before the oldest that is taken',
      { at: '2025-03-01T23:59:59+08:00' },
      '/at: 不得早于 `2025-03-02T00:00`（设置 `oldest-report`）',
    ],
    ['later than now', { at: '2026-03-02T09:00:01+08:00' }, '/at: 不得晚于现在'],
    ['with no words but a space', { text: ' \n' }, '/text: 不能为空'],
  ])('%s is refused', async (_, change, detail) => {
    const answer = await ask(post('/api/reports', { ...report, ...change }));
    expect(answer).toEqual({ status: 400, code: 'invalid', detail });
  });

  test('of the oldest that is taken is taken', async () => {
    const body = { ...report, at: '2025-03-02T00:00:00+08:00' };
    const answer = await api.ask('sam', { ...post('/api/reports', body), key: 'oldest' });
    expect(answer.statusCode).toBe(201);
  });
});

describe('an act', () => {
  const url = '/api/incidents/x/acts?lang=en';

  test('of an unknown kind is told the kinds there are', async () => {
    expect(await ask(post(url, { action: 'dance' }))).toEqual({
      status: 400,
      code: 'invalid',
      detail:
        '/action: must be one of `answer`, `hand-over`, `switch`, `join`, `agree-switch`, `reject-switch`',
    });
  });

  test('of a known kind is told what this kind lacks, and nothing of the others', async () => {
    expect((await ask(post(url, { action: 'switch', too: 'x' }))).detail).toBe(
      '/to: is missing; /note: is missing; /too: is not a known field',
    );
  });

  test('on a step is told the kinds there are', async () => {
    const asked = post('/api/incidents/x/steps/y?lang=en', { action: 'dance' });
    expect((await ask(asked)).detail).toBe(
      '/action: must be one of `do`, `deviate`, `extend`, `agree`, `reject`, `reopen`',
    );
  });

  test.each([
    ['wes', '/person: the person is not of this unit'],
    ['nobody', '/person: there is no such person'],
  ])('does not hand over to %s of another unit', async (person, detail) => {
    const body = { action: 'hand-over', role: 'operator', unit: 'east', person };
    expect(await ask(post(url, body))).toEqual({ status: 400, code: 'invalid', detail });
  });

  test('with evidence that points nowhere is refused', async () => {
    const evidence = [{ kind: 'form', reference: ' ' }];
    const asked = post('/api/incidents/x/steps/y?lang=en', { action: 'do', evidence });
    expect((await ask(asked)).detail).toBe('/evidence/0/reference: must not be empty');
  });
});

describe('an address', () => {
  test.each([
    ['that is no text', '/api/incidents/%E0%A4%A', 400, 'address-malformed'],
    ['that is too long', `/api/incidents/${'x'.repeat(400)}`, 404, 'not-found'],
    ['that is too long for an act', `/api/incidents/${'x'.repeat(400)}/close`, 404, 'not-found'],
    ['that climbs out', '//api/prompts', 404, 'not-found'],
    ['of the interface as a whole', '/api', 404, 'not-found'],
  ])('%s answers as a problem', async (_, url, status, code) => {
    expect(await ask({ url })).toEqual({ status, code });
  });

  test('may end with a slash', async () => {
    expect((await api.ask('sam', { url: '/api/prompts/' })).statusCode).toBe(200);
  });

  test('is not told what is no JSON', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await ask({ ...post('/api/reports', '{"text":"x"}'), headers })).toEqual({
      status: 415,
      code: 'media-type',
    });
  });
});

test('a way of handling that the chosen standard does not have is refused with those it has', async () => {
  const { procedures, ...others } = sampleRelease();
  const { theft, ...rest } = procedures;
  if (!theft) throw new Error('the sample has no theft');
  const atTheScene = { ...theft, handledAt: ['scene'] };
  const release = {
    ...others,
    hash: 'other',
    procedures: { ...rest, theft: atTheScene, desk: theft },
  };
  const other = await runApi({ release });
  const body = { ...report, handledAt: 'desk' };
  const answer = await other.ask('sam', post('/api/reports?lang=en', body));
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { code: 'invalid', detail: `/handledAt: \`${theft.title.en}\` is handled at \`scene\`` },
  ]);
  await other.stop();
});
