import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askOnce, type Answer } from '../../../src/cli/client/ask.ts';

async function askOf(listener: RequestListener): Promise<Answer | undefined> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    return await askOnce({ url: `http://127.0.0.1:${port}`, token: 't' })({ path: '/' });
  } finally {
    server.close();
  }
}

test('an answer is its status and what it says', async () => {
  const answer = await askOf((_request, response) => response.writeHead(409).end('{"code":"x"}'));
  expect(answer).toEqual({ status: 409, body: { code: 'x' } });
});

test('what is no JSON says only its status', async () => {
  const answer = await askOf((_request, response) => response.writeHead(502).end('<h1>Bad</h1>'));
  expect(answer).toEqual({ status: 502, body: {} });
});

// Taken for an answer, an act whose answer broke off would count as done and its prompts as none.
test('an answer that breaks off is none', async () => {
  const answer = await askOf((_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"code"');
    setTimeout(() => response.destroy(), 50);
  });
  expect(answer).toBeUndefined();
});
