import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiOptions } from '../../src/api/api-options.ts';
import { createDatabase, opened } from '../store/databases.ts';
import { runApi, type RunningApi } from './running-api.ts';

// An embedded database in memory answers before anything else is looked at: nobody would meet anybody there.
async function onServer(options: Partial<ApiOptions> = {}): Promise<RunningApi> {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run npm test');
  const store = await opened({ databaseUrl: await createDatabase(server) });
  return runApi({ ...options, store });
}

const report = { channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } };

describe('many reports of one person at once', () => {
  let api: RunningApi;
  beforeAll(async () => void (api = await onServer()));
  afterAll(() => api.stop());

  test('are taken in turn, the rest is asked to come again, and all are taken once in the end', async () => {
    await api.token('sam');
    const keys = Array.from({ length: 120 }, (_, at) => `at-once-${at}`);
    const taken = new Map<string, string>();
    let refused = 0;
    for (let round = 0; round < 40 && taken.size < keys.length; round += 1) {
      const open = keys.filter((key) => !taken.has(key));
      const answers = await Promise.all(
        open.map((key) =>
          api.ask('sam', { method: 'POST', url: '/api/reports', key, body: report }),
        ),
      );
      for (const [index, answer] of answers.entries()) {
        const body = answer.json() as { readonly report: string; readonly code: string };
        if (answer.statusCode === 201) taken.set(open[index]!, body.report);
        else {
          refused += 1;
          expect([answer.statusCode, body.code]).toEqual([429, 'too-many-at-once']);
          expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
        }
      }
      // Somebody else is not behind them.
      expect((await api.ask('lee', { url: '/api/prompts' })).statusCode).toBe(200);
    }
    expect(refused).toBeGreaterThan(0);
    expect(new Set(taken.values()).size).toBe(keys.length);
    const metrics = (await api.app.inject({ url: '/metrics' })).body;
    expect(metrics).toMatch(/^jiechu_shed_total\{why="too-many-at-once"\} [1-9]/m);
  }, 120_000);
});

test('a server with too much to do says when to come again', async () => {
  const api = await onServer({
    admission: {
      ...{ atOnce: 1, atOnceOfPerson: 1, waiting: 0, waitingOfPerson: 5 },
      patienceMilliseconds: 1000,
    },
  });
  const send = (person: string, key: string) =>
    api.ask(person, { method: 'POST', url: '/api/reports', key, body: report });
  await Promise.all([api.token('sam'), api.token('sue')]);
  const sent = Array.from({ length: 20 }, (_, at) => send(at % 2 === 0 ? 'sam' : 'sue', `${at}`));
  const answers = await Promise.all(sent);
  const busy = answers.filter(({ statusCode }) => statusCode !== 201);
  expect(busy.length).toBeGreaterThan(0);
  for (const answer of busy) {
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '3']);
    expect(answer.json()).toMatchObject({ code: 'busy' });
  }
  expect((await api.ask('sue', { url: '/api/prompts' })).statusCode).toBe(200);
  await api.stop();
});

test('requests without end are counted by person and by address, and told when the minute is over', async () => {
  const api = await runApi({ rates: { ofPerson: 5, ofAddress: 4 } });
  await Promise.all([api.token('sam'), api.token('sue')]);
  const statuses: number[] = [];
  for (let asked = 0; asked < 7; asked += 1) {
    statuses.push((await api.ask('sam', { url: '/api/session' })).statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await api.ask('sam', { url: '/api/prompts' });
  expect(refused.json()).toMatchObject({ code: 'too-many-requests' });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await api.ask('sue', { url: '/api/session' })).statusCode).toBe(200);
  const signIn = () =>
    api.app.inject({ method: 'POST', url: '/api/session', payload: { name: 'x', password: 'y' } });
  const tried = [await signIn(), await signIn(), await signIn()];
  expect(tried.at(-1)?.json()).toMatchObject({ code: 'too-many-requests' });
  // Requests that watch the server are not counted.
  for (let asked = 0; asked < 8; asked += 1) {
    expect((await api.app.inject({ url: '/healthz' })).statusCode).toBe(200);
  }
  await api.stop();
});

describe('a body that never ends', () => {
  let api: RunningApi;
  let port: number;
  beforeAll(async () => {
    api = await runApi({ bodyMilliseconds: 300 });
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    port = (api.app.server.address() as AddressInfo).port;
  });
  afterAll(() => api.stop());

  /** Sends the beginning of a request, and what the server said until it closed the connection. */
  async function begin(path: string, ...headers: readonly string[]): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    let said = '';
    socket.on('data', (chunk) => (said += chunk.toString()));
    socket.on('error', () => {});
    const head = [`POST ${path} HTTP/1.1`, 'host: x', 'content-length: 1000', ...headers];
    socket.write(`${head.join('\r\n')}\r\n\r\n{`);
    const drip = setInterval(() => socket.write(' '), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    return said;
  }

  test.each([
    [
      'before sign-in',
      '/api/session',
      ['content-type: application/json'],
      /^HTTP\/1.1 408 .*"too-slow"/s,
    ],
    ['without a session', '/api/reports', ['content-type: application/json'], /^HTTP\/1.1 401 /],
    ['of a file without a session', '/api/incidents/x/files', [], /^HTTP\/1.1 401 /],
    ['where nothing is', '/api/nowhere', [], /^HTTP\/1.1 404 /],
  ])('%s is answered, and its connection ends', async (_, path, headers, said) => {
    expect(await begin(path, ...headers)).toMatch(said);
  });

  test('of one who is signed in is answered, and its connection ends', async () => {
    const token = await api.token('sam');
    const headers = ['content-type: application/json', `authorization: Bearer ${token}`];
    const said = await begin('/api/reports', ...headers, 'idempotency-key: slow');
    expect(said).toMatch(/^HTTP\/1.1 408 .*"too-slow"/s);
  });
});
