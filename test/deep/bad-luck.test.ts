import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntakeSummary } from '../../src/cli/intake/intake-summary.ts';
import type { OfficersSummary } from '../../src/cli/officers/officers-summary.ts';
import type { Me } from '../../src/contract/session-contract.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import { freePort } from '../../src/setup/free-port.mjs';
import {
  atWork,
  climbedTwice,
  longestMissed,
  missed,
  rewriteScript,
} from './a-day-with-bad-luck.ts';
import {
  actsOf,
  allDossiers,
  incidentsOf,
  officersReceipts,
  rootWithReports,
} from '../system/day.ts';
import { Officer } from '../system/officer.ts';
import { startSystem, type System } from '../system/system.ts';
import { killTemporal } from '../system/temporal-process.ts';

// Takes 7 minutes.

// Three times in the middle of a day a part of the embedded system is killed as by a power cut, and started again; the
// officers and those who report go on as if nothing had been.
const clockSpeed = 300;
const patience = 900_000;
// A morning, with officers who do within half an hour what takes hours: the rest of the day would only be waited for.
const { root, count } = rootWithReports(4, { from: '06:00', to: '12:00' });
rewriteScript(root, {
  takes: [{ within: ['20s', '30m'] }],
  'leaves-after': '1h',
  // When something happened is then when it was written down, and a mark that comes late was missed.
  'written-later': { share: 0, by: ['1s', '2s'] },
});

let system: System;
let auditor: Officer;
let downtimes: number[];
let struckAt: number;
let taken: IntakeSummary;
let worked: readonly OfficersSummary[];
let dossiers: readonly Dossier[];
let flaws: readonly string[];

/** Lets some be done, strikes, and starts what is down again; how long it was down. */
async function survive(strike: () => Promise<unknown>): Promise<number> {
  const before = await acts();
  while ((await acts()) < before + 15) await sleep(1000);
  const began = Date.now();
  await strike();
  return Date.now() - began;
}

const acts = async (): Promise<number> => {
  const metrics = await (await fetch(`${system.address()}/metrics`)).text();
  return Number(/^jiechu_acts_total\{outcome="taken"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
};

beforeAll(async () => {
  const port = await freePort();
  system = await startSystem({ clockSpeed, clockFrom: '06:00', port, root });
  auditor = await Officer.signIn(system, 'shi-weiran');
  const { officers, intake } = atWork(system, root);
  const [working, feeding] = [officers('--stay'), intake()];
  const strikesFirst = async () => {
    const { clock } = await auditor.read<Me>('/api/session');
    struckAt = Date.parse(clock.now);
  };
  downtimes = [
    await survive(async () => {
      await strikesFirst();
      await system.kill('SIGKILL');
      await system.start();
    }),
    // It is started again by the system itself.
    await survive(async () => {
      await killTemporal(system.folder);
      await sleep(5000);
    }),
    await survive(async () => {
      await Promise.all([system.kill('SIGKILL'), killTemporal(system.folder)]);
      await system.start();
    }),
  ];
  taken = await feeding.ended;
  working.stop();
  worked = [await working.ended, await officers().ended];
  ({ dossiers, flaws } = await allDossiers(auditor, system.publicKeys));
}, 2 * patience);
afterAll(() => system?.stop());

test('every report is taken once', async () => {
  expect(taken).toMatchObject({ total: count, taken: count, bad: [] });
  const incidents = await incidentsOf(auditor);
  const reports = incidents.map(async ({ id }) => (await auditor.incident(id)).reports);
  const ids = (await Promise.all(reports)).flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(count);
});

test('every act that was acknowledged has its receipt, and was done once', () => {
  const acknowledged = worked.reduce((sum, each) => sum + actsOf(each), 0);
  expect(officersReceipts(dossiers)).toHaveLength(acknowledged);
});

test('every chain holds', () => expect(flaws).toEqual([]));

test('no deadline is missed by more than the time that the system was down', () => {
  // Besides, what this machine takes for it with nothing down, which is more while it does other things too.
  const unstruck = longestMissed(dossiers, { clockSpeed, before: struckAt });
  const slack = 20_000 + 4 * unstruck;
  expect(missed(dossiers, { clockSpeed, allowed: Math.max(...downtimes) + slack })).toEqual([]);
});

test('nothing is escalated twice', () => expect(climbedTwice(dossiers)).toEqual([]));

test('and the day comes to its end', () => {
  expect(worked.at(-1)?.outcome).toMatchObject({ stuck: [] });
  expect(worked.at(-1)?.outcome?.closed).toBeGreaterThan(0);
});
