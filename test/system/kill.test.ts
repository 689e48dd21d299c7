import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActTaken, ReceiptView } from '../../src/contract/act-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { verifyDossier } from './dossier.ts';
import type { Answer } from './officer.ts';
import { startSystem, type System } from './system.ts';
import { killTemporal, temporalOf } from './temporal-process.ts';
import { begin, bureau, follow, shortTheft, theft, walkIn, type Bureau } from './stories.ts';

let system: System;
let people: Bureau;
// So slow a clock that nothing becomes late: what is read after a start is then exactly what was read before.
beforeAll(async () => {
  system = await startSystem({ clockSpeed: 0.001 });
  people = await bureau(system);
});

const form = { evidence: [{ kind: 'incident-form', reference: 'form.pdf' }] };
const inFlight = 8;

/** Sends all at once, runs `strike` when the first is answered, and tells which were answered by then. */
async function struck<T>(
  sent: readonly Promise<Answer<T>>[],
  strike: () => Promise<unknown>,
): Promise<readonly (Answer<T> | undefined)[]> {
  const answers = Promise.all(sent.map((each) => each.catch(() => undefined)));
  await Promise.race(sent);
  await strike();
  return answers;
}

const strikes = [
  ['up is killed', async () => system.kill('SIGKILL')],
  [
    'up and Temporal are killed at once',
    async () => Promise.all([system.kill('SIGKILL'), killTemporal(system.folder)]),
  ],
] as const;

describe.each(strikes)('when %s', (_what, strike) => {
  let acknowledged: ReceiptView[];
  let incidents: string[];

  test('between two acts, every incident is found as it was', async () => {
    incidents = [await begin(people.operator, theft), await begin(people.officer, walkIn)];
    const [first = '', second = ''] = incidents;
    await follow(people, first, shortTheft.slice(0, 6));
    await follow(people, second, [['officer', 'open-entry']]);
    const before = await Promise.all(incidents.map((id) => people.leader.incident(id)));
    await strike();
    await system.start();
    const after = await Promise.all(incidents.map((id) => people.leader.incident(id)));
    expect(after).toEqual(before);
  });

  test('and the next act goes on where the last one ended', async () => {
    const [first = ''] = incidents;
    await follow(people, first, shortTheft.slice(6));
    expect((await people.officer.close(first)).status).toBe(200);
  });

  test('among acts not answered yet, none that was answered is lost', async () => {
    incidents = [];
    for (let each = 0; each < inFlight; each += 1) {
      incidents.push(await begin(people.operator, theft));
    }
    const send = (id: string, key: string) =>
      people.operator.step(id, 'accept-register', form, key);
    const keys = new Map(incidents.map((id) => [id, randomUUID()]));
    const answers = await struck<ActTaken>(
      [...keys].map(([id, key]) => send(id, key)),
      strike,
    );
    const known = answers.filter((answer) => answer?.status === 200);
    expect(known).not.toHaveLength(0);
    await system.start();
    const repeated = await Promise.all([...keys].map(([id, key]) => send(id, key)));
    acknowledged = repeated.map(({ body }) => body.receipt);
    expect(repeated.map(({ status }) => status)).toEqual(repeated.map(() => 200));
    expect(acknowledged).toMatchObject(
      answers.map((answer) => (answer?.status === 200 ? answer.body.receipt : {})),
    );
  });

  test('and each that was sent again has one effect', async () => {
    for (const id of incidents) {
      const { log } = await people.leader.incident(id);
      const acts = log.filter(({ kind, step }) => kind === 'act' && step === 'accept-register');
      const done = log.filter(({ kind, text }) => kind === 'step' && text.en.includes('form'));
      expect([acts.length, done.length]).toEqual([1, 2]); // opened, then done
    }
  });

  test('and the chain of every incident holds, with every receipt in it', async () => {
    for (const [index, id] of incidents.entries()) {
      const { dossier, verified } = await verifyDossier(people.leader, id);
      expect([verified.code, verified.err]).toEqual([0, '']);
      expect(dossier.receipts).toContainEqual(acknowledged[index]);
    }
  });

  test('among reports not answered yet, each that is sent again is one incident', async () => {
    const list = () => people.leader.read<{ incidents: unknown[] }>('/api/incidents?limit=200');
    const before = (await list()).incidents.length;
    const keys = Array.from({ length: inFlight }, () => randomUUID());
    const answers = await struck<ReportTaken>(
      keys.map((key) => people.operator.report(theft, key)),
      strike,
    );
    await system.start();
    const begun = async () => {
      const repeated = await Promise.all(keys.map((key) => people.operator.report(theft, key)));
      return repeated.map(({ body }) => body);
    };
    const isPending = async () => (await begun()).some(({ pending }) => pending);
    await expect.poll(isPending, { timeout: 60_000 }).toBe(false);
    const reports = await begun();
    expect(new Set(reports.map(({ incident }) => incident)).size).toBe(inFlight);
    for (const [index, answer] of answers.entries()) {
      if (answer?.status === 201) expect(reports[index]?.report).toBe(answer.body.report);
    }
    expect((await list()).incidents).toHaveLength(before + inFlight);
  });
});

test('a Temporal server that was left behind is ended by the next start, not joined by a second', async () => {
  const left = temporalOf(system.folder);
  await system.kill('SIGKILL');
  expect(temporalOf(system.folder)).toBe(left);
  await system.start();
  expect(temporalOf(system.folder)).not.toBe(left);
});
