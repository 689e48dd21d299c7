import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSamples } from '../../src/cli/system/put-samples.ts';
import type { OfficersSummary } from '../../src/cli/officers/officers-summary.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import { freePort } from '../../src/setup/free-port.mjs';
import { startDevServer, type DevServer } from '../../src/worker/server/dev-server.ts';
import { createDatabase, opened } from '../store/databases.ts';
import { wayTo, type Way } from '../store/way-to.ts';
import { atWork, climbedTwice, missed, rewriteScript } from './a-day-with-bad-luck.ts';
import {
  actsOf,
  allDossiers,
  incidentsOf,
  officersReceipts,
  rootWithReports,
} from '../system/day.ts';
import { partKeys } from '../system/part-keys.ts';
import { Officer } from '../system/officer.ts';
import { theft, walkIn } from '../system/stories.ts';
import { spawnProgram, temporaryFolder } from '../system/system.ts';
import { killTemporal } from '../system/temporal-process.ts';

// Takes 5 minutes.

// A worker and an API of their own on PostgreSQL, by the real clock. Each of their parts is killed while officers are at
// work, and the database is away for a minute.
const password = 'four words make one';
const patience = 900_000;
const awayMilliseconds = 60_000;
const { root } = rootWithReports(100);
rewriteScript(root, {
  takes: [{ within: ['1s', '3s'] }],
  late: [],
  deviations: [],
  'stands-in': [],
  'second-person': { rejects: 0, 'note-when-rejecting': '再报', within: ['1s', '2s'] },
  // Somebody has to be late while the database is away.
  ignored: [{ standards: ['unclassified'], share: 1 }],
  mistakes: { 'wrong-order': 0, 'nothing-given': 0, 'closes-early': 0.2 },
  'written-later': { share: 0, by: ['1s', '2s'] },
});

const keys = partKeys();
const trusted = keys.api['JIECHU_TRUSTED_KEYS'] ?? '';

let temporal: DevServer;
let temporalFolder: string;
let way: Way;
let environment: Record<string, string>;
let port: number;
let parts: { worker: ChildProcess; api: ChildProcess };
let operator: Officer;
let auditor: Officer;

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm test`);
  return value;
}

async function part(...args: readonly string[]): Promise<ChildProcess> {
  const child = spawnProgram([...args, '--lang', 'en'], {
    ...environment,
    ...keys[args[0] === 'api' ? 'api' : 'worker'],
  });
  child.stderr!.resume();
  await once(createInterface(child.stdout!), 'line');
  return child;
}
const startWorker = async () => void (parts.worker = await part('worker'));
const startApi = async () => void (parts.api = await part('api', '--port', `${port}`));
const kill = async (child: ChildProcess) => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const reports = new Set<string>();
/** Reports as a patient operator does: the same again under the same key until it is taken. */
async function report(body: typeof theft): Promise<string> {
  const key = crypto.randomUUID();
  for (;;) {
    const answer = await operator.report(body, key).catch(() => undefined);
    if (answer?.status === 201) {
      reports.add(answer.body.report);
      return answer.body.incident ?? '';
    }
    await sleep(1000);
  }
}

const acts = async (): Promise<number> =>
  (await allDossiers(auditor, trusted)).dossiers.flatMap((each) => each.receipts).length;
/** New reports, and enough done on them that what is struck then is struck in the middle. */
async function untilSomeAreDone(): Promise<void> {
  const before = await acts();
  for (const each of [theft, walkIn]) await report(each);
  while ((await acts()) < before + 8) await sleep(500);
}

let downtime = 0;
let worked: readonly OfficersSummary[];
let dossiers: readonly Dossier[];
let flaws: readonly string[];
let watched: string;
let refusedMeanwhile: string | undefined;

/** Strikes a part and waits until it is back; the time that this took counts. */
async function survive(strike: () => Promise<unknown>): Promise<void> {
  await untilSomeAreDone();
  const began = Date.now();
  await strike();
  downtime = Math.max(downtime, Date.now() - began);
}

beforeAll(async () => {
  way = await wayTo(await createDatabase(needed('TEST_DATABASE_URL')));
  temporalFolder = temporaryFolder();
  temporal = await startDevServer({ executable: needed('TEMPORAL_CLI'), folder: temporalFolder });
  environment = {
    DATABASE_URL: way.url,
    TEMPORAL_ADDRESS: temporal.place.address,
    JIECHU_CODEC_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  };
  port = await freePort();
  const store = await opened({ databaseUrl: way.url });
  await putSamples(store, root, password);
  await store.close();
  parts = { worker: await part('worker'), api: await part('api', '--port', `${port}`) };
  const office = { address: () => `http://127.0.0.1:${port}`, password: () => password };
  operator = await Officer.signIn(office, 'pei-zhihe');
  auditor = await Officer.signIn(office, 'shi-weiran');
  const { officers } = atWork(office, root);
  const working = officers('--stay');
  await survive(async () => {
    await kill(parts.worker);
    await startWorker();
  });
  await survive(async () => {
    await kill(parts.api);
    await startApi();
  });
  await survive(async () => {
    await Promise.all([kill(parts.worker), kill(parts.api), killTemporal(temporalFolder)]);
    await Promise.all([startWorker(), startApi()]);
  });
  await untilSomeAreDone();
  watched = await report({ ...theft, text: '有人在楼下喊，听不清喊什么', facts: {} });
  way.cut();
  const meanwhile = await operator.post('/api/reports', JSON.stringify(theft), crypto.randomUUID());
  refusedMeanwhile = ((await meanwhile.json()) as { readonly code?: string }).code;
  const waiting = report(walkIn);
  await sleep(awayMilliseconds + 5000);
  way.mend();
  await waiting;
  await untilSomeAreDone();
  working.stop();
  worked = [await working.ended, await officers().ended];
  ({ dossiers, flaws } = await allDossiers(auditor, trusted));
}, 2 * patience);
afterAll(async () => {
  await temporal?.stop();
  way?.close();
});

test('every report that was acknowledged has its incident, once', async () => {
  const incidents = (await incidentsOf(auditor)).filter(({ id }) => id.startsWith('I'));
  const views = await Promise.all(incidents.map(({ id }) => auditor.incident(id)));
  const found = views.flatMap((view) => view.reports.map(({ id }) => id));
  expect(found.toSorted()).toEqual([...reports].toSorted());
});

test('every act that was acknowledged has its receipt, and was done once; every chain holds', () => {
  const acknowledged = worked.reduce((sum, each) => sum + actsOf(each), 0);
  expect(officersReceipts(dossiers)).toHaveLength(acknowledged);
  expect(flaws).toEqual([]);
});

test('no deadline is missed by more than the time that a part was down, and nothing is escalated twice', () => {
  expect(missed(dossiers, { clockSpeed: 1, allowed: downtime + 30_000 })).toEqual([]);
  expect(climbedTwice(dossiers)).toEqual([]);
});

test('while the database is away who asks is told to come again, and timers go on', () => {
  expect(refusedMeanwhile).toBe('store-away');
  const { entries } = dossiers.find(({ incident }) => incident === watched)!;
  const late = (entries as readonly LogEntry[]).find(({ data }) => data.kind === 'late');
  expect(late).toBeDefined();
  // It fell due while the database was away, and was marked then, not when it was back.
  expect((late?.recorded ?? Infinity) - (late?.at ?? 0)).toBeLessThan(20_000);
});

test('and all come to their end', () => {
  expect(worked.at(-1)?.outcome).toMatchObject({ stuck: [] });
  expect(worked.at(-1)?.outcome?.closed).toBeGreaterThan(0);
});
