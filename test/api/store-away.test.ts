import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, opened } from '../store/databases.ts';
import { wayTo, type Way } from '../store/way-to.ts';
import { runApi, type Asked, type RunningApi } from './running-api.ts';

let way: Way;
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
