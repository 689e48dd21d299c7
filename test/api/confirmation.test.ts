import { afterAll, beforeAll, expect, test } from 'vitest';
import { logOf, newIncident, started } from '../store/log-of.ts';
import { password } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let incident: string;
beforeAll(async () => {
  api = await runApi();
  incident = newIncident();
  const entries = logOf(started({ procedure: 'theft', release: api.release.hash, unit: 'east' }));
  await api.store.log.append({ incident, entries, personal: [] });
});
afterAll(() => api.stop());

const minutes = (count: number) => count * 60_000;
const signIn = async (name: string) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name, password },
  });
  return tokenOf(answer);
};
const tokenOf = ({ cookies }: { cookies: readonly { name: string; value: string }[] }) =>
  cookies.find(({ name }) => name === 'jiechu_session')?.value ?? '';
const ask = (token: string, url: string, payload: object, key = 'k') =>
  api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  });
const confirm = (token: string, word: string) =>
  ask(token, '/api/session/confirmation', { password: word });
const agree = (token: string) =>
  ask(token, `/api/incidents/${incident}/acts`, { action: 'agree-switch' });
const agreeToStep = (token: string) =>
  ask(token, `/api/incidents/${incident}/steps/look`, { action: 'agree' });
const codeOf = (answer: Awaited<ReturnType<typeof ask>>) => [
  answer.statusCode,
  (answer.json() as { readonly code?: string }).code,
];
const away = [503, 'engine-away'];

test('an agreement goes through for a quarter of an hour after the password was given, and no longer', async () => {
  const token = await signIn('lee');
  api.pass(minutes(15));
  // The engine is away in these tests: it was asked.
  expect(codeOf(await agree(token))).toEqual(away);
  api.pass(1);
  expect(codeOf(await agree(token))).toEqual([401, 'sign-in-not-recent']);
  expect(codeOf(await agreeToStep(token))).toEqual([401, 'sign-in-not-recent']);
  const last = (await api.store.apiLog.read()).at(-1);
  expect(last).toMatchObject({
    kind: 'refused',
    data: { person: 'lee', action: 'agree', code: 'sign-in-not-recent', incident, step: 'look' },
  });
});

test('what is no agreement goes through all the while', async () => {
  const token = await signIn('lee');
  api.pass(minutes(50));
  const url = `/api/incidents/${incident}/steps/look`;
  expect(codeOf(await ask(token, url, { action: 'reject', note: 'no' }))).toEqual(away);
  expect(codeOf(await ask(token, url, { action: 'do', facts: {} }))).toEqual(away);
});

test('the password given again lets it through under the same key, in the same session under a new token', async () => {
  const token = await signIn('lee');
  api.pass(minutes(16));
  expect(codeOf(await confirm(token, 'not it'))).toEqual([403, 'password-wrong']);
  expect(codeOf(await agree(token))).toEqual([401, 'sign-in-not-recent']);
  const confirmed = await confirm(token, password);
  expect(confirmed.statusCode).toBe(204);
  expect(confirmed.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict$/);
  expect(codeOf(await agree(tokenOf(confirmed)))).toEqual(away);
  expect(codeOf(await agree(token))).toEqual([401, 'sign-in-needed']);
  const kinds = (await api.store.apiLog.read()).map(({ kind }) => kind);
  expect(kinds).toContain('confirmed');
  expect(kinds).toContain('confirmation-refused');
});

test('it is asked for within a session only, and a found session does not guess it', async () => {
  expect(codeOf(await confirm('x'.repeat(43), password))).toEqual([401, 'sign-in-needed']);
  const token = await signIn('top');
  const wrong = await Promise.all(Array.from({ length: 20 }, (_, at) => confirm(token, `g${at}`)));
  expect(wrong.map(codeOf)).toEqual(Array.from({ length: 20 }, () => [403, 'password-wrong']));
  const log = (await api.store.apiLog.read()).map(({ kind, data }) => ({
    kind,
    ...(data as object),
  }));
  const about = { kind: 'confirmation-refused', person: 'top', address: '127.0.0.1' };
  expect(
    log.filter(
      (entry) =>
        'why' in entry && entry.why === 'wrong' && 'person' in entry && entry.person === 'top',
    ),
  ).toEqual(Array.from({ length: 5 }, () => ({ ...about, why: 'wrong' })));
  // Also the right one waits, and its owner may sign in anew meanwhile.
  expect(codeOf(await confirm(token, password))).toEqual([403, 'password-wrong']);
  expect(codeOf(await agree(await signIn('top')))).toEqual(away);
  api.pass(minutes(3) + 1);
  expect((await confirm(token, password)).statusCode).toBe(204);
});

test('how recent it has to be is a setting', async () => {
  const strict = await runApi({
    store: api.store,
    wallClock: api.now,
    recentSignInMilliseconds: minutes(1),
  });
  const token = await signIn('lee');
  api.pass(minutes(2));
  const answer = await strict.app.inject({
    method: 'POST',
    url: `/api/incidents/${incident}/acts`,
    payload: { action: 'agree-switch' },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'k' },
  });
  expect(codeOf(answer)).toEqual([401, 'sign-in-not-recent']);
  await strict.app.close();
});
