import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../src/api/accounts/password-hash.ts';
import { password } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let address: string;
beforeAll(async () => {
  // So slow a heartbeat that none comes: what ends a stream is told.
  api = await runApi({ heartbeatMilliseconds: 3_600_000 });
  address = await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => api.stop());

const signIn = async (name: string) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name, password },
  });
  return answer.cookies.find((cookie) => cookie.name === 'jiechu_session')?.value ?? '';
};

/** A stream that somebody has open: what was heard on it, and whether it is over. */
async function listen(token: string) {
  const response = await fetch(`${address}/api/events`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const stream = { heard: '', isOver: false };
  const decoder = new TextDecoder();
  void (async () => {
    for await (const bytes of response.body!) stream.heard += decoder.decode(bytes as Uint8Array);
    stream.isOver = true;
  })();
  await expect.poll(() => stream.heard).toContain('welcome');
  return stream;
}
const statusOf = async (token: string) =>
  (await api.app.inject({ url: '/api/session', headers: { authorization: `Bearer ${token}` } }))
    .statusCode;
const change = async (id: string, differing: object) => {
  const person = (await api.store.directory.person(id))!;
  await api.store.directory.replace({ units: [], people: [{ ...person, ...differing }] });
};
const report = (person: string, key: string) =>
  api.ask(person, {
    method: 'POST',
    url: '/api/reports',
    key,
    body: { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } },
  });

describe('an open stream ends at once', () => {
  test('with the sessions of who leaves, and with nobody else’s', async () => {
    const [sue, lee] = [await signIn('sue'), await signIn('lee')];
    const [hers, his] = [await listen(sue), await listen(lee)];
    await change('sue', { active: false });
    await expect.poll(() => hers.isOver).toBe(true);
    expect([await statusOf(sue), await statusOf(lee), his.isOver]).toEqual([401, 200, false]);
    await change('sue', { active: true });
    // The old session does not come back with the person.
    expect(await statusOf(sue)).toBe(401);
  });

  test('with the sessions that were begun with another password', async () => {
    const old = await signIn('wes');
    const stream = await listen(old);
    const passwordHash = await hashPassword('another four words');
    await api.store.accounts.put({ person: 'wes', name: 'wes', passwordHash });
    await expect.poll(() => stream.isOver).toBe(true);
    expect(await statusOf(old)).toBe(401);
  });

  test('with signing out, in every window', async () => {
    const token = await signIn('sam');
    const streams = [await listen(token), await listen(token)];
    const headers = { authorization: `Bearer ${token}` };
    await api.app.inject({ method: 'DELETE', url: '/api/session', headers });
    await expect.poll(() => streams.map(({ isOver }) => isOver)).toEqual([true, true]);
  });
});

describe('that a report came in', () => {
  test('is told to its unit and to who leads it, and to nobody else', async () => {
    const names = ['sam', 'top', 'wu', 'ben'];
    const streams = await Promise.all(names.map(async (name) => listen(await signIn(name))));
    expect((await report('ora', 'secret-1')).statusCode).toBe(201);
    const heard = () => streams.map((stream) => stream.heard.includes('event: changed'));
    await expect.poll(() => heard().slice(0, 2)).toEqual([true, true]);
    // A change that is told to everybody comes behind it: had the others been told, they would have heard.
    await report('wu', 'theirs-1');
    await expect.poll(() => heard().slice(2)).toEqual([true, true]);
    const counts = streams.map(({ heard: text }) => text.split('event: changed').length - 1);
    expect(counts).toEqual([1, 2, 1, 1]);
  });

  test('is not told by its key: under the same key another person’s report is a report of its own', async () => {
    const mine = (await report('ora', 'shared-key')).json() as { readonly report: string };
    const theirs = await report('sam', 'shared-key');
    expect(theirs.statusCode).toBe(201);
    expect((theirs.json() as { readonly report: string }).report).not.toBe(mine.report);
  });
});

test('whose role is taken away hears no more of what it let them see', async () => {
  const stream = await listen(await signIn('top'));
  await change('top', { roles: [] });
  await report('ora', 'after-1');
  // A report of their own unit comes behind it.
  await api.ask('top', {
    method: 'POST',
    url: '/api/reports',
    key: 'own-1',
    body: { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } },
  });
  await expect.poll(() => stream.heard).toContain('event: changed');
  expect(stream.heard.split('event: changed')).toHaveLength(2);
});
