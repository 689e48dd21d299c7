import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, opened } from '../store/databases.ts';
import { runApi, type Asked, type RunningApi } from './running-api.ts';

/** A way to the database server that can be cut and mended. */
async function wayTo(url: string) {
  const target = new URL(url);
  const [port, host] = [Number(target.port), target.hostname];
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(port, host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  target.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    url: target.href,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => void (isCut = false),
    close: () => server.close(),
  };
}

let way: Awaited<ReturnType<typeof wayTo>>;
let api: RunningApi;
beforeAll(async () => {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set: run npm test');
  way = await wayTo(await createDatabase(server));
  api = await runApi({ store: await opened({ databaseUrl: way.url }) });
});
afterAll(async () => {
  await api.stop();
  way.close();
});

const report: Asked = {
  method: 'POST',
  url: '/api/reports',
  key: 'one',
  body: { channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } },
};

test('while the database is away a request is asked to come again, and then it is taken once', async () => {
  expect((await api.ask('sam', { url: '/api/prompts' })).statusCode).toBe(200);
  way.cut();
  for (const asked of [{ url: '/api/prompts' }, report, { url: '/api/incidents/x' }]) {
    const answer = await api.ask('sam', asked);
    expect([answer.statusCode, answer.headers['retry-after'], answer.json()]).toMatchObject([
      503,
      '2',
      { code: 'store-away' },
    ]);
  }
  expect((await api.app.inject({ url: '/healthz' })).statusCode).toBe(200);
  expect((await api.app.inject({ url: '/readyz' })).json()).toMatchObject({ store: false });
  way.mend();
  const taken = await Promise.all([api.ask('sam', report), api.ask('sam', report)]);
  expect(taken.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  const [first, second] = taken.map((answer) => (answer.json() as { report: string }).report);
  expect(second).toBe(first);
});
