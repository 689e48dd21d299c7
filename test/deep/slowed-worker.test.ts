import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draw, within } from '../../bench/kills/chance.mjs';
import { reportRequest } from '../../bench/kills/story.mjs';
import { startApartDrill, type ApartDrill } from './apart-drill.ts';

// Takes 4 minutes.

let drill: ApartDrill;
beforeAll(async () => {
  drill = await startApartDrill();
});
afterAll(() => drill?.stop());

test('a worker that stands still again and again while it decides forks no log, and each replays', async () => {
  const { hands, system, freeze } = drill;
  // Eight seconds after each the clock raises its priority, and the workflow has to have something decided.
  const reporting = (async () => {
    for (let number = 1; number <= 24; number += 1) {
      await hands.sendBeside(reportRequest(`r${number}`), { way: 'plain' }, 60_000);
      await sleep(400);
    }
  })();
  await sleep(7_000);
  // Longer than the SDK waits before it keeps a task alive, with moments between in which little gets done.
  for (let turn = 0; turn < 8; turn += 1) {
    await freeze('worker', 9_000);
    await sleep(within([20, 250], draw('slowed', turn)));
  }
  await reporting;
  await sleep(15_000);
  // A new worker has nothing cached: it replays every history.
  await system.kill('worker');
  await system.start('worker');
  expect(await drill.examine()).toEqual([]);
  expect(drill.broken).toEqual([]);
});
