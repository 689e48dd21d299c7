import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askAgain } from '../../../src/cli/client/ask-again.ts';
import { askOnce } from '../../../src/cli/client/ask.ts';

test('a verb sends again, under the same key, what a system sends away for a while', async () => {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key']);
    const isBusy = keys.length < 3;
    response.writeHead(isBusy ? 503 : 201, isBusy ? { 'retry-after': '0' } : {});
    response.end(JSON.stringify(isBusy ? { code: 'busy' } : { report: 'R1' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = new AbortController().signal;
  const waits: number[] = [];
  const ask = askAgain(askOnce({ url, token: 't' }), stop, (_, seconds) => waits.push(seconds));
  const answer = await ask({ method: 'POST', path: '/api/reports', key: 'one', body: {} });
  expect(answer).toMatchObject({ status: 201, body: { report: 'R1' } });
  expect(keys).toEqual(['one', 'one', 'one']);
  expect(waits).toEqual([0, 0]);
  server.close();
});
