import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { password } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
let checkedBefore = 0;
let loggedBefore = 0;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());
// Every budget is whole again.
beforeEach(async () => {
  api.pass(3 * 3_600_000);
  checkedBefore = await countOf(api.app, 'wrong');
  loggedBefore = (await api.store.apiLog.read()).length;
});

interface From {
  readonly address?: string;
  readonly cookies?: Readonly<Record<string, string>>;
}

const signIn = (name: string, word: string, { address = '10.0.0.1', cookies = {} }: From = {}) =>
  api.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { name, password: word },
    remoteAddress: address,
    cookies,
  });
type Answer = Awaited<ReturnType<typeof signIn>>;
const statusOf = ({ statusCode }: Answer) => statusCode;
const deviceOf = ({ cookies }: Answer) => ({
  jiechu_device: cookies.find(({ name }) => name === 'jiechu_device')?.value ?? '',
});
const countOf = async (app: RunningApi['app'], outcome: string) => {
  const text = (await app.inject({ url: '/metrics' })).payload;
  const line = new RegExp(`jiechu_sign_ins_total\\{outcome="${outcome}"\\} (\\d+)`);
  return Number(line.exec(text)?.[1] ?? 0);
};
// The number of passwords that were checked in vain since the test began: each costs an argon2.
const checked = async () => (await countOf(api.app, 'wrong')) - checkedBefore;
const minutes = (count: number) => count * 60_000;

describe('guessing a password', () => {
  test('ends after five tries at a name from one address, however many are sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, at) => signIn('lee', `g${at}`)),
    );
    expect(new Set(answers.map(statusOf))).toEqual(new Set([401]));
    expect(await checked()).toBe(5);
    expect(statusOf(await signIn('lee', password))).toBe(401);
    expect(await checked()).toBe(5);
  });

  test('from many addresses ends after thirty tries at a name', async () => {
    const tries = Array.from({ length: 80 }, (_, at) =>
      signIn('lee', 'guess', { address: `10.0.1.${at}` }),
    );
    await Promise.all(tries);
    expect(await checked()).toBe(30);
  });

  test('of many names ends after fifty tries from an address, and one’s own success resets nothing', async () => {
    for (let name = 0; name < 20; name += 1) {
      const guesses = Array.from({ length: 8 }, () => signIn(`n${name}`, 'guess'));
      await Promise.all([...guesses, signIn('sam', password)]);
    }
    expect(await checked()).toBe(50);
  });

  test('from one network of IPv6 addresses is guessing from one address', async () => {
    const tries = Array.from({ length: 20 }, (_, at) =>
      signIn('lee', 'guess', { address: `2001:db8:0:7::${at.toString(16)}` }),
    );
    await Promise.all(tries);
    expect(await checked()).toBe(5);
  });

  test('has the same answer for who is unknown, wrong, gone and locked', async () => {
    await Promise.all(Array.from({ length: 10 }, () => signIn('top', 'guess')));
    const answers = [
      await signIn('lee', 'guess'),
      await signIn('nobody', password),
      await signIn('gone', password),
      await signIn('top', password),
      await signIn('top', 'guess'),
    ];
    const shown = answers.map(({ statusCode, payload, headers }) => {
      const { date: _, ...rest } = headers;
      return { statusCode, payload, headers: rest };
    });
    for (const one of shown) expect(one).toEqual(shown[0]);
    expect(answers[0]?.json()).toMatchObject({ status: 401, code: 'sign-in-wrong' });
  });

  test('is answered late, whether a password was checked or not', async () => {
    const slow = await runApi({
      store: api.store,
      wallClock: api.now,
      refusedSignInMilliseconds: 600,
    });
    const timeOf = async (name: string) => {
      const begun = performance.now();
      const payload = { name, password: 'guess' };
      await slow.app.inject({ method: 'POST', url: '/api/session', payload });
      return performance.now() - begun;
    };
    for (let tries = 0; tries < 5; tries += 1)
      await signIn('top', 'guess', { address: '127.0.0.1' });
    for (const name of ['lee', 'nobody', 'top']) expect(await timeOf(name)).toBeGreaterThan(590);
    await slow.app.close();
  });

  test('is written down with whose account it was and from where, but not what was typed', async () => {
    await signIn('lee', 'guess');
    await signIn('my secret word', 'lee');
    await Promise.all(Array.from({ length: 20 }, () => signIn('top', 'guess')));
    const log = (await api.store.apiLog.read({ from: loggedBefore + 1 })).map(({ kind, data }) => ({
      kind,
      data,
    }));
    const about = { kind: 'sign-in-refused', data: { address: '10.0.0.1', why: 'wrong' } };
    expect(log).toContainEqual({ ...about, data: { ...about.data, person: 'lee' } });
    expect(log).toContainEqual(about);
    expect(JSON.stringify(log)).not.toContain('secret');
    // One line says that nothing more is checked.
    const throttled = { person: 'top', address: '10.0.0.1', why: 'throttled' };
    expect(log.filter(({ data }) => (data as typeof throttled).why === 'throttled')).toEqual([
      { kind: 'sign-in-refused', data: throttled },
    ]);
  });
});

describe('an owner whose account is guessed at', () => {
  const attack = (address: string) =>
    Promise.all(Array.from({ length: 60 }, () => signIn('lee', 'guess', { address })));

  test('signs in from elsewhere at once', async () => {
    await attack('10.0.0.66');
    expect(statusOf(await signIn('lee', password, { address: '10.0.0.1' }))).toBe(200);
  });

  test('signs in at once on a device that is known, also where every budget of strangers is used up', async () => {
    const device = deviceOf(await signIn('lee', password));
    await Promise.all(Array.from({ length: 60 }, (_, at) => attack(`10.0.9.${at}`)));
    expect(statusOf(await signIn('lee', password))).toBe(401);
    expect(statusOf(await signIn('lee', password, { cookies: device }))).toBe(200);
    // To another's account it is no way.
    await Promise.all(Array.from({ length: 60 }, () => signIn('sam', 'guess')));
    expect(statusOf(await signIn('sam', password, { cookies: device }))).toBe(401);
  });

  test('signs in after three minutes at the latest once it is over', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, at) => attack(`10.0.9.${at}`)));
    expect(statusOf(await signIn('lee', password))).toBe(401);
    api.pass(minutes(3) + 1);
    expect(statusOf(await signIn('lee', password))).toBe(200);
  });

  test('has no endless tries on a known device either', async () => {
    const device = deviceOf(await signIn('lee', password));
    const before = await checked();
    const tries = Array.from({ length: 40 }, () => signIn('lee', 'guess', { cookies: device }));
    await Promise.all(tries);
    expect((await checked()) - before).toBe(10);
    api.pass(minutes(1) + 1);
    expect(statusOf(await signIn('lee', password, { cookies: device }))).toBe(200);
  });
});

test('a shift of more people than an address has tries signs in at once', async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, () => signIn('sam', password)));
  expect(answers.map(statusOf)).toEqual(Array.from({ length: 70 }, () => 200));
});

test('two servers on one store count together', async () => {
  const other = await runApi({ store: api.store, wallClock: api.now });
  const tryAt = (app: RunningApi['app']) =>
    app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: 'lee', password: 'guess' },
      remoteAddress: '10.0.0.1',
    });
  await Promise.all(
    Array.from({ length: 40 }, (_, at) => tryAt(at % 2 === 0 ? api.app : other.app)),
  );
  expect((await checked()) + (await countOf(other.app, 'wrong'))).toBe(5);
  await other.app.close();
});

test('signing in ends the session that the browser had', async () => {
  const first = (await signIn('sam', password)).cookies;
  const cookies = Object.fromEntries(first.map(({ name, value }) => [name, value]));
  await signIn('lee', password, { cookies });
  expect((await api.app.inject({ url: '/api/session', cookies })).statusCode).toBe(401);
});
