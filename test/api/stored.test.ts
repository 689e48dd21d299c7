import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine, reportTheft } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

const release = sampleRelease();
let engine: Engine;
let api: RunningApi;
let incident: string;
/** The wait for what the disk has still to take, anew each time that it is asked for. */
let disk: () => Promise<void> = async () => {};
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release, {
    store: { ...engine.store, onDisk: () => disk() },
  });
  incident = await reportTheft(api);
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

test('an act tells the engine what is stored only once that is on the disk', async () => {
  let end = (): void => {};
  const waiting = new Promise<void>((resolve) => (end = resolve));
  disk = () => waiting;
  const url = `/api/incidents/${incident}/steps/dispatch`;
  let isAnswered = false;
  const asked = api
    .ask('ora', { method: 'POST', url, key: 'a', body: { action: 'do' } })
    .finally(() => (isAnswered = true));
  await sleep(2000);
  expect(isAnswered).toBe(false);
  expect((await engine.store.log.of(incident)).some(({ act }) => act === 'a')).toBe(false);
  end();
  expect((await asked).statusCode).toBe(200);
});

test('and it is answered only once what it brought is on the disk, which others read before', async () => {
  let end = (): void => {};
  const waiting = new Promise<void>((resolve) => (end = resolve));
  const before = [Promise.resolve()];
  disk = () => before.pop() ?? waiting;
  const url = `/api/incidents/${incident}/steps/sign`;
  let isAnswered = false;
  const asked = api
    .ask('sam', { method: 'POST', url, key: 'b', body: { action: 'do', equipment: ['camera'] } })
    .finally(() => (isAnswered = true));
  await vi.waitFor(
    async () =>
      expect((await engine.store.log.of(incident)).some(({ act }) => act === 'b')).toBe(true),
    { timeout: 10_000 },
  );
  await sleep(500);
  expect(isAnswered).toBe(false);
  end();
  expect((await asked).json()).toMatchObject({ receipt: { act: 'b' } });
});
