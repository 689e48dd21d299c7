import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from '../../src/worker/within.ts';
import { begin, bureau, theft } from '../system/stories.ts';
import { startSystem } from '../system/system.ts';
import { temporalOf } from '../system/temporal-process.ts';

// Takes 2 minutes.

test('a system that is to stop while acts wait for an engine that stands still comes to its end', async () => {
  const system = await startSystem();
  const people = await bureau(system);
  const incident = await begin(people.operator, theft);
  const temporal = temporalOf(system.folder) ?? 0;
  process.kill(temporal, 'SIGSTOP');
  // The API waits a quarter of a minute for the engine: longer than Fastify waits by itself for what is to be closed.
  const act = people.operator.post(
    `/api/incidents/${incident}/steps/classify-grade`,
    '{"action":"do"}',
    'k',
  );
  await sleep(1_000);
  const ended = system.stop();
  const isOver = await within(
    ended.then(() => true),
    90_000,
  );
  expect(system.errors()).not.toContain('did not start in time');
  expect((await act).status).toBe(503);
  expect(isOver).toBe(true);
});
