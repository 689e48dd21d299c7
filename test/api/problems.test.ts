import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.app.close());

const report = { channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } };

describe('a problem', () => {
  test('is RFC 9457 with a stable code, its title in the language asked for and both in `text`', async () => {
    const url = '/api/incidents/nowhere';
    const plain = await api.ask('sam', { url });
    expect(plain.statusCode).toBe(404);
    expect(plain.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const text = { zh: '没有这起警情', en: 'there is no such incident' };
    const problem = {
      type: 'urn:jiechu:problem:incident-unknown',
      status: 404,
      code: 'incident-unknown',
      text,
    };
    expect(plain.json()).toEqual({ ...problem, title: text.zh });
    const titleFor = async (asked: object) => {
      const answer = await api.ask('sam', { url, ...asked });
      return (answer.json() as { readonly title: string }).title;
    };
    expect(await titleFor({ headers: { 'accept-language': 'fr, en-GB;q=0.8, zh;q=0.3' } })).toBe(
      text.en,
    );
    expect(await titleFor({ headers: { 'accept-language': 'zh-CN, en;q=0.8' } })).toBe(text.zh);
    expect(await titleFor({ url: `${url}?lang=en` })).toBe(text.en);
  });

  test('names each field that is not as the schema has it, and adds nothing of its own to the body', async () => {
    const body = { text: '', place: 5, reporter: { name: 'x', age: 3 }, wrong: 1, at: 'yesterday' };
    const answer = await api.ask('sam', { method: 'POST', url: '/api/reports', key: 'k', body });
    expect(answer.statusCode).toBe(400);
    const { code, errors } = answer.json() as {
      readonly code: string;
      readonly errors: readonly {
        readonly pointer: string;
        readonly detail: { readonly en: string };
      }[];
    };
    expect(code).toBe('invalid');
    expect(Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail.en]))).toEqual({
      '/channel': 'is missing',
      '/text': 'must not be empty',
      '/place': 'must be string',
      '/reporter/age': 'is not a known field',
      '/wrong': 'is not a known field',
      '/at': 'is not written as times are: write it such as `2026-11-30T08:15:00+08:00`',
    });
  });

  test.each([
    ['a channel', { channel: 'smoke' }, '/channel'],
    ['a zone', { zone: 'moon' }, '/zone'],
    ['a way of handling', { handledAt: 'dream' }, '/handledAt'],
    ['a unit', { unit: 'north' }, '/unit'],
    ['a fact', { facts: { colour: 'red', unheard: 1 } }, '/facts/unheard'],
    ['an answer', { facts: { stolen: 'perhaps' } }, '/facts/stolen'],
    ['a moment to come', { at: '2026-03-03T00:00:00Z' }, '/at'],
  ])('names %s that the bureau does not have', async (_, change, pointer) => {
    const body = { ...report, ...change };
    const answer = await api.ask('sam', { method: 'POST', url: '/api/reports', key: 'k2', body });
    expect(answer.statusCode).toBe(400);
    const { errors } = answer.json() as {
      readonly errors: readonly { readonly pointer: string }[];
    };
    expect(errors.map((error) => error.pointer)).toContain(pointer);
  });

  test.each([
    [
      'broken JSON',
      { payload: '{"text": ', headers: { 'content-type': 'application/json' } },
      400,
      'malformed',
    ],
    ['no content', { headers: { 'content-type': 'application/json' } }, 400, 'malformed'],
    [
      'a form',
      { payload: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'media-type',
    ],
    ['more than 256 kB', { payload: { text: 'x'.repeat(270_000) } }, 413, 'too-large'],
  ])('answers %s', async (_, sent, status, code) => {
    const authorization = `Bearer ${await api.token('sam')}`;
    const { headers, ...rest } = { headers: {}, ...sent };
    const answer = await api.app.inject({
      method: 'POST',
      url: '/api/reports',
      headers: { ...headers, authorization, 'idempotency-key': 'k3' },
      ...rest,
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([status, { code }]);
  });

  test('says which methods an address takes, and what has no address', async () => {
    const wrong = await api.ask('sam', { method: 'PUT', url: '/api/incidents/x/close' });
    expect([wrong.statusCode, wrong.headers['allow'], wrong.json()]).toMatchObject([
      405,
      'POST',
      { code: 'method-not-allowed' },
    ]);
    const nowhere = await api.ask('sam', { url: '/api/nowhere' });
    expect([nowhere.statusCode, nowhere.json()]).toMatchObject([404, { code: 'not-found' }]);
  });

  test.each([
    '/api/session',
    '/api/incidents',
    '/api/incidents/x',
    '/api/prompts',
    '/api/directory',
    '/api/directory/people?unit=east',
    '/api/events',
  ])('keeps %s from who has not signed in', async (url) => {
    const answer = await api.app.inject({ url });
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: 'sign-in-needed' }]);
  });
});

test('the interface is described, and every operation says how it fails', async () => {
  const answer = await api.app.inject({ url: '/api/openapi.json' });
  const { paths } = answer.json() as { readonly paths: Readonly<Record<string, object>> };
  expect(Object.keys(paths).sort()).toMatchInlineSnapshot(`
    [
      "/api/backups",
      "/api/directory",
      "/api/directory/people",
      "/api/dues",
      "/api/engine",
      "/api/erasures",
      "/api/erasures/{id}/agreement",
      "/api/events",
      "/api/incidents",
      "/api/incidents/{id}",
      "/api/incidents/{id}/acts",
      "/api/incidents/{id}/close",
      "/api/incidents/{id}/dossier",
      "/api/incidents/{id}/files",
      "/api/incidents/{id}/files/{sha256}",
      "/api/incidents/{id}/repair",
      "/api/incidents/{id}/steps/{step}",
      "/api/log",
      "/api/notices",
      "/api/notices/seen",
      "/api/prompts",
      "/api/reports",
      "/api/reports/suggest",
      "/api/session",
      "/api/session/confirmation",
      "/healthz",
      "/metrics",
      "/readyz",
    ]
  `);
});

test('says whether it is alive, and whether store and engine answer and there is room', async () => {
  expect((await api.app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  const ready = await api.app.inject({ url: '/readyz' });
  expect([ready.statusCode, ready.json()]).toEqual([
    503,
    {
      ...{ status: 'not-ready', store: true, engine: false, room: true, roomForFiles: true },
      sick: { count: 0, incidents: [] },
    },
  ]);
});

test('counts requests for Prometheus, for this machine and for who leads the whole bureau', async () => {
  const metrics = await api.app.inject({ url: '/metrics' });
  expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(metrics.body).toMatch(
    /^jiechu_http_requests_total\{method="GET",route="\/healthz",status="200"\} 1$/m,
  );
  const from = async (person: string) =>
    (await api.ask(person, { url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.1' } }))
      .statusCode;
  expect([await from('lee'), await from('cat')]).toEqual([403, 200]);
});

// The last one: it leaves the API without its store.
test('a problem of our own making shows no stack', async () => {
  const authorization = `Bearer ${await api.token('sam')}`;
  await api.store.close();
  const answer = await api.app.inject({ url: '/api/prompts', headers: { authorization } });
  expect(answer.statusCode).toBe(500);
  expect(Object.keys(answer.json() as object)).toEqual(['type', 'title', 'status', 'code', 'text']);
});
