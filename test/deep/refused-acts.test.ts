import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { begin, bureau, theft, type Bureau } from '../system/stories.ts';
import { runProgram, startSystem, type System } from '../system/system.ts';
import { killTemporal } from '../system/temporal-process.ts';

// Takes 3 minutes.

// The workflow's own write is due ten seconds after the act: refused acts come when its timer is about to ring.
const [from, to] = [9_900, 10_250];
const form = { evidence: [{ kind: 'incident-form', reference: 'form.pdf' }] };

let system: System;
let people: Bureau;
beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
});

test('refused acts in flight when all is killed leave every incident taking acts, and the doctor finds nothing', async () => {
  const incidents: string[] = [];
  for (let each = 0; each < 8; each += 1) incidents.push(await begin(people.operator, theft));
  const refused: number[] = [];
  /** An act, then refused ones without a pause; those still under way when it is killed get no answer. */
  const press = async (incident: string): Promise<void> => {
    const sent = Date.now();
    await people.operator.does(incident, 'accept-register', form);
    await sleep(Math.max(0, sent + from - Date.now()));
    while (Date.now() < sent + to + 200) {
      const path = `/api/incidents/${incident}/close`;
      const answer = await people.officer
        .post(path, '{}', crypto.randomUUID())
        .catch(() => undefined);
      if (answer === undefined) return;
      refused.push(answer.status);
    }
  };
  const pressing = incidents.map(press);
  await sleep(to);
  await Promise.all([system.kill('SIGKILL'), killTemporal(system.folder)]);
  await Promise.all(pressing);
  expect(new Set(refused)).toEqual(new Set([409]));
  await system.start();
  for (const incident of incidents) {
    expect(await people.operator.step(incident, 'classify-grade')).toMatchObject({ status: 200 });
  }
  const asked = ['doctor', '--url', system.address(), '--data', system.folder, '--lang', 'en'];
  await expect
    .poll(async () => (await runProgram(asked)).out, { timeout: 120_000, interval: 5_000 })
    .toBe(`${incidents.length} incidents are open, and all go on\n`);
});
