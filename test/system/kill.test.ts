import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActTaken, ReceiptView } from '../../src/contract/act-contract.ts';
import type { IncidentList } from '../../src/contract/incident-contract.ts';
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
const inFlight = 6;

type Taken = Partial<ActTaken & ReportTaken>;
/** The part of an answer that must be the same when the same is sent again. */
const named = ({ body }: Answer<Taken>) => body.receipt ?? { report: body.report };
const count = async () => {
  const { incidents } = await people.leader.read<IncidentList>('/api/incidents?limit=200');
  return incidents.length;
};

/** Sends all at once, runs `strike` when the first is answered, and tells which were answered by then. */
async function struck(
  sent: readonly Promise<Answer<Taken>>[],
  strike: () => Promise<unknown>,
): Promise<readonly (Answer<Taken> | undefined)[]> {
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
  let acknowledged: (ReceiptView | undefined)[];
  let incidents: string[];

  test('between two acts, every incident is found as it was', async () => {
    incidents = [await begin(people.operator, theft), await begin(people.officer, walkIn)];
    const [first = '', second = ''] = incidents;
    await follow(people, first, shortTheft.slice(0, 6));
    await follow(people, second, [['officer', 'open-entry']]);
    const before = await Promise.all(incidents.map((id) => people.leader.incident(id)));
    const left = temporalOf(system.folder);
    await strike();
    await system.start();
    const after = await Promise.all(incidents.map((id) => people.leader.incident(id)));
    expect(after).toEqual(before);
    // A Temporal server that was left behind is ended, not joined by a second.
    expect([undefined, left]).not.toContain(temporalOf(system.folder));
  });

  test('and the next act goes on where the last one ended', async () => {
    const [first = ''] = incidents;
    await follow(people, first, shortTheft.slice(6));
    expect((await people.officer.close(first)).status).toBe(200);
  });

  test('among acts and reports not answered yet, none that was answered is lost', async () => {
    incidents = [];
    for (let each = 0; each < inFlight; each += 1) {
      incidents.push(await begin(people.operator, theft));
    }
    const before = await count();
    const acts = incidents.map((id) => [id, randomUUID()] as const);
    const reports = incidents.map(() => randomUUID());
    const send = (): Promise<Answer<Taken>>[] => [
      ...acts.map(([id, key]) => people.operator.step(id, 'accept-register', form, key)),
      ...reports.map((key) => people.operator.report(theft, key)),
    ];
    const answered = await struck(send(), strike);
    expect(answered.filter((answer) => answer !== undefined)).not.toHaveLength(0);
    await system.start();
    const repeated = await Promise.all(send());
    expect(repeated.map(({ status }) => status)).toEqual([
      ...acts.map(() => 200),
      ...reports.map(() => 201),
    ]);
    expect(repeated.map(named)).toMatchObject(
      answered.map((answer) => (answer ? named(answer) : {})),
    );
    acknowledged = repeated.slice(0, inFlight).map(({ body }) => body.receipt);
    await expect.poll(count, { timeout: 60_000 }).toBe(before + inFlight);
  });

  test('and each that was sent again has one effect', async () => {
    for (const id of incidents) {
      const { log } = await people.leader.incident(id);
      const lines = log.filter(({ step }) => step === 'accept-register').map(({ kind }) => kind);
      expect(lines).toEqual(['step', 'act', 'step']); // opened, done, and so ended
    }
  });

  test('and the chain of every incident holds, with every receipt in it', async () => {
    for (const [index, id] of incidents.entries()) {
      const { dossier, verified } = await verifyDossier(people.leader, id, system.publicKeys);
      expect([verified.code, verified.err]).toEqual([0, '']);
      expect(dossier.receipts).toContainEqual(acknowledged[index]);
    }
  });
});

describe('when Temporal alone is killed', () => {
  let incident: string;
  let taken: Answer<ReportTaken>;
  const key = randomUUID();

  test('what is reported meanwhile is kept, and an act asks to be sent again', async () => {
    incident = await begin(people.operator, theft);
    const left = temporalOf(system.folder);
    await killTemporal(system.folder);
    taken = await people.operator.report(theft, key);
    expect([taken.status, typeof taken.body.report]).toEqual([201, 'string']);
    expect((await people.operator.step(incident, 'accept-register', form)).status).toBe(200);
    expect([undefined, left]).not.toContain(temporalOf(system.folder));
  });

  test('its incident runs once Temporal was started again, and once only', async () => {
    const again = async () => (await people.operator.report(theft, key)).body.incident;
    await expect.poll(again, { timeout: 30_000 }).toBeDefined();
    const found = await again();
    expect(found).toBe(`I${taken.body.report.slice(1)}`);
    const { log } = await people.leader.incident(found ?? '');
    expect(log.filter(({ kind }) => kind === 'started')).toHaveLength(1);
  });
});
