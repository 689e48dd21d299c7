import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifyDossier } from './dossier.ts';
import { startSystem, type System } from './system.ts';
import { killTemporal } from './temporal-process.ts';
import { begin, bureau, theft, type Bureau } from './stories.ts';

// A minute of the incident is a second of the test.
const clockSpeed = 60;
const minute = 60_000;

let system: System;
let people: Bureau;
let incident: string;
let reported: number;
beforeAll(async () => {
  system = await startSystem({ clockSpeed });
  people = await bureau(system);
});

const log = async () => (await people.leader.incident(incident)).log;
/** The late marks and rungs of all steps by their keys, in the order in which they were written. */
const marks = async () =>
  (await log()).flatMap(({ kind, data }) =>
    kind === 'late' || kind === 'rung' ? [(data as { readonly key: string }).key] : [],
  );
const sooner = { timeout: 120_000, interval: 200 };

describe('a step that nobody does in time', () => {
  test('is marked late and passed up to the duty leader', async () => {
    reported = Date.now();
    incident = await begin(people.operator, theft);
    await expect
      .poll(marks, sooner)
      .toEqual(expect.arrayContaining(['accept-register/1/late', 'accept-register/1/rung:leader']));
    const late = (await log()).find(({ kind }) => kind === 'late');
    expect(late).toMatchObject({ step: 'accept-register', data: { ladder: 'late-step' } });
    expect(await people.operator.stepOf(incident, 'accept-register')).toMatchObject({
      status: 'open',
      lateAt: expect.any(String),
    });
  });

  test('is told to the leader of the station, and stays in the log', async () => {
    const told = async () => (await people.leader.notices(incident)).map(({ text }) => text.en);
    await expect
      .poll(told, sooner)
      .toContain('Fill the incident form, one for each report: late, passed up to you');
    const { notices } = await people.elsewhere.read<{ notices: { incident: string }[] }>(
      '/api/notices',
    );
    expect(notices.filter((notice) => notice.incident === incident)).toEqual([]);
  });

  test('is late also when it is done after all', async () => {
    const evidence = [{ kind: 'incident-form', reference: 'form.pdf' }];
    await people.operator.does(incident, 'accept-register', { evidence });
    const step = await people.leader.stepOf(incident, 'accept-register');
    expect(step).toMatchObject({ status: 'done', by: { id: 'pei-zhihe' } });
    expect(step.lateBy).toBeGreaterThan(0);
  });
});

describe('deadlines that pass while the system is down', () => {
  test('are marked once it is back, each once', async () => {
    await Promise.all([system.kill('SIGKILL'), killTemporal(system.folder)]);
    // The dispatch is due after three minutes, and passed up again after five more.
    const passed = reported + (9 * minute) / clockSpeed;
    if (Date.now() < passed) await sleep(passed - Date.now());
    await system.start();
    await expect
      .poll(marks, sooner)
      .toEqual(
        expect.arrayContaining([
          'dispatch/1/late',
          'dispatch/1/rung:centre',
          'dispatch/1/rung:raised',
        ]),
      );
    const written = await marks();
    expect(written).toEqual([...new Set(written)]);
    expect(await people.leader.incident(incident)).toMatchObject({ priority: 2 });
    const ids = (await people.centre.notices(incident)).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('are not marked again by another start, and the chain holds', async () => {
    const before = await marks();
    expect((await system.stop()).code).toBe(0);
    await system.start();
    const after = await marks();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toEqual([...new Set(after)]);
    expect(
      (await verifyDossier(people.leader, incident, system.publicKeys)).verified,
    ).toMatchObject({ code: 0 });
  });
});
