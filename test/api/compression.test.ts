import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runApi, type RunningApi } from './running-api.ts';

let api: RunningApi;
beforeAll(async () => void (api = await runApi()));
afterAll(() => api.stop());

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('an answer of some length comes compressed with %s, and says the same', async (way, unpack) => {
  const url = '/api/openapi.json';
  const plain = await api.ask('ora', { url });
  const packed = await api.ask('ora', { url, headers: { 'accept-encoding': way } });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe(way);
  expect(packed.headers['vary']).toContain('accept-encoding');
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  expect(unpack(packed.rawPayload).toString()).toBe(plain.body);
});

test('what fits a packet goes out as it is', async () => {
  const answer = await api.ask('ora', {
    url: '/api/session',
    headers: { 'accept-encoding': 'br' },
  });
  expect(answer.headers['content-encoding']).toBeUndefined();
});

test('a body that comes compressed is refused, so that it cannot be a bomb', async () => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    payload: gzipSync(JSON.stringify({ name: 'ora', password: 'x' })),
  });
  expect(answer.statusCode).toBe(400);
});
