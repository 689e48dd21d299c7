import { once } from 'node:events';
import { request } from 'node:http';
import Fastify from 'fastify';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ApiApp } from '../../../src/api/api-app.ts';
import { answerInTime } from '../../../src/api/limits/answer-in-time.ts';
import { limitBodies } from '../../../src/api/limits/limit-bodies.ts';

// A timer that a request leaves behind keeps a stopped system alive until it has run out.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const routes = [
  ['read whole', '/read', '{"a":1}'],
  ['without a body', '/read', undefined],
  ['refused before its body was read', '/refused', '{"a":1}'],
] as const;

test.each(routes)('a request that was %s leaves no timer behind', async (_what, path, body) => {
  const app = Fastify();
  const typed = app as unknown as ApiApp;
  answerInTime(typed);
  limitBodies(typed, 30_000);
  app.post('/read', async () => ({ ok: true }));
  app.post('/refused', { onRequest: (_request, reply) => void reply.code(401).send() }, () => ({}));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const closed = once(app.server, 'close');
  // Not `fetch`, which has timers of its own.
  const sent = request(`${address}${path}`, {
    method: 'POST',
    agent: false,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' } }),
  });
  sent.end(body);
  const [answer] = await once(sent, 'response');
  await once(answer.resume(), 'end');
  await app.close();
  await closed;
  expect(vi.getTimerCount()).toBe(0);
});
