import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

const signIn = (name: string, word: string, headers: Readonly<Record<string, string>> = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name, password: word },
    headers,
  });

describe('signing in', () => {
  test('gives a cookie out of reach of scripts and of other sites, and says who I am and what time it is', async () => {
    const answer = await signIn('sam', password);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      person: 'sam',
      name: { zh: 'sam某', en: 'Officer sam' },
      unit: { id: 'east', title: { zh: 'east单位', en: 'Unit east' } },
      roles: [
        { id: 'scene-officer', title: { zh: '出警民警', en: 'Scene officer' } },
        { id: 'desk-officer', title: { zh: '窗口民警', en: 'Desk officer' } },
      ],
      readsDues: false,
      readsEngine: false,
      clock: { now: '2026-03-02T01:00:00.000Z', factor: 1 },
    });
    for (const cookie of [answer.headers['set-cookie']].flat()) {
      expect(cookie).toMatch(/^jiechu_(session|device)=.+; HttpOnly; SameSite=Strict$/);
    }
  });

  test('is refused alike for a wrong password, an unknown name and who has left, and each try is logged', async () => {
    const answers = [
      await signIn('lee', 'not it'),
      await signIn('nobody', password),
      await signIn('gone', password),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'sign-in-wrong' });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
    const log = await api.store.apiLog.read();
    const refused = log.filter(({ kind }) => kind === 'sign-in-refused').map(({ data }) => data);
    const about = { address: '127.0.0.1', why: 'wrong' };
    expect(refused).toEqual([{ ...about, person: 'lee' }, about, { ...about, person: 'gone' }]);
  });

  test('from a page of another site is refused', async () => {
    const answer = await signIn('sam', password, {
      host: 'ours.example',
      origin: 'https://theirs.example',
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'cross-site' });
  });
});

describe('a session', () => {
  const cookieOf = async (person: string) => ({
    cookie: `jiechu_session=${await api.token(person)}`,
  });

  test('keeps only the hash of its token', async () => {
    const token = await api.token('sue');
    const at = { now: api.now(), idleMax: 1000 };
    expect(await api.store.sessions.seen(token, at)).toBeUndefined();
  });

  test('by cookie needs a header that a form of another site cannot add; by bearer token it does not', async () => {
    const headers = await cookieOf('sue');
    const plain = { method: 'POST', url: '/api/reports/suggest', payload: { text: 'x' } } as const;
    expect((await api.app.inject({ ...plain, headers })).json()).toMatchObject({
      code: 'cross-site',
    });
    const marked = { ...headers, 'x-requested-with': 'jiechu' };
    expect((await api.app.inject({ ...plain, headers: marked })).statusCode).toBe(200);
    const answer = await api.ask('sue', { ...plain, body: plain.payload });
    expect(answer.statusCode).toBe(200);
  });

  test('left alone for an hour is over, also where the API was started anew meanwhile', async () => {
    const authorization = `Bearer ${await api.token('sam')}`;
    const late = () => api.now() + 61 * 60_000;
    const restarted = await runApi({ store: api.store, wallClock: late });
    const asked = { url: '/api/session', headers: { authorization } };
    expect((await restarted.app.inject(asked)).statusCode).toBe(401);
    await restarted.app.close();
  });

  test('ends by signing out', async () => {
    const { token } = { token: await api.token('wes') };
    const headers = { authorization: `Bearer ${token}` };
    expect(
      (await api.app.inject({ method: 'DELETE', url: '/api/session', headers })).statusCode,
    ).toBe(204);
    expect((await api.app.inject({ url: '/api/session', headers })).json()).toMatchObject({
      code: 'sign-in-needed',
    });
  });

  test('ends after an hour without a request, and twelve hours after signing in at the latest', async () => {
    const lee = await api.token('lee');
    const ora = await api.token('ora');
    const me = async (token: string) =>
      (await api.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } }))
        .statusCode;
    expect([await me(lee), await me(ora)]).toEqual([200, 200]);
    for (let half = 0; half < 23; half += 1) {
      api.pass(30 * 60_000);
      expect(await me(lee)).toBe(200);
    }
    expect(await me(ora)).toBe(401);
    api.pass(30 * 60_000);
    expect(await me(lee)).toBe(401);
  });

  test('of a person who left is worth nothing', async () => {
    const person = await api.store.directory.person('wu');
    const before = await api.ask('wu', { url: '/api/session' });
    if (!person) throw new Error('wu is missing');
    await api.store.directory.replace({ units: [], people: [{ ...person, active: false }] });
    expect([before.statusCode, (await api.ask('wu', { url: '/api/session' })).statusCode]).toEqual([
      200, 401,
    ]);
  });
});
