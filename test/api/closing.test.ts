import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { runApi } from './running-api.ts';

test('a closing server sees out what is under way, and answers what comes new with a problem', async () => {
  const api = await runApi();
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as AddressInfo;
  const token = await api.token('sam');
  const body = JSON.stringify({ channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } });
  const slow = connect(port, '127.0.0.1');
  await once(slow, 'connect');
  slow.write(
    [
      ...['POST /api/reports HTTP/1.1', 'host: x', `authorization: Bearer ${token}`],
      ...['content-type: application/json', 'idempotency-key: slow'],
      ...[`content-length: ${Buffer.byteLength(body)}`, '', body.slice(0, 5)],
    ].join('\r\n'),
  );
  await sleep(200);
  const stopped = api.app.close();
  await sleep(200);
  for (const path of ['/api/prompts', '/', '/healthz']) {
    const late = await fetch(`http://127.0.0.1:${port}${path}`);
    expect([path, late.status, late.headers.get('retry-after'), await late.json()]).toMatchObject([
      path,
      503,
      '5',
      { code: 'closing' },
    ]);
  }
  slow.write(body.slice(5));
  const [answer] = (await once(slow, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /);
  slow.destroy();
  await stopped;
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  await api.store.close();
});
