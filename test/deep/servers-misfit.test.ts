import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, afterAll, expect, test } from 'vitest';
import { startDevServer, type DevServer } from '../../src/worker/server/dev-server.ts';
import { createDatabase, query } from '../store/databases.ts';
import { partKeys } from '../system/part-keys.ts';
import { begin, bureau, theft } from '../system/stories.ts';
import { runProgram, spawnProgram, temporaryFolder } from '../system/system.ts';

// Takes 2 minutes.

// Real servers: two copies of the database and of the histories, with a start in between.
const executable = process.env['TEMPORAL_CLI'] ?? '';
const password = 'four words make one';
const keys = partKeys();
const codecKeys = `k1:${randomBytes(32).toString('base64')}`;
const now = temporaryFolder();
const before = temporaryFolder();
let databaseUrl: string;
let earlierUrl: string;
let temporal: DevServer;

const environment = (url = databaseUrl): Record<string, string> => ({
  DATABASE_URL: url,
  TEMPORAL_ADDRESS: temporal.place.address,
  JIECHU_CODEC_KEYS: codecKeys,
  JIECHU_SAMPLE_PASSWORD: password,
  // Else they tell of an older database first.
  JIECHU_ANCHORS: join(temporaryFolder(), 'anchors.jsonl'),
});

const run = (part: 'api' | 'worker', url = databaseUrl) =>
  runProgram([part, ...(part === 'api' ? ['--port', '0'] : []), '--lang', 'en'], {
    ...environment(url),
    ...keys[part],
  });

/** Runs the API and a worker for one incident, and stops them. */
async function anIncident(): Promise<void> {
  const started = (['worker', 'api'] as const).map(async (part) => {
    const args = part === 'api' ? ['--port', '0', '--samples'] : [];
    const child = spawnProgram([part, ...args, '--lang', 'en'], {
      ...environment(),
      ...keys[part],
    });
    let errors = '';
    child.stderr!.on('data', (chunk) => (errors += chunk));
    const [line] = await Promise.race([
      once(createInterface(child.stdout!), 'line'),
      once(child, 'close').then(() => Promise.reject(new Error(`${part} ended: ${errors}`))),
    ]);
    return { child, line: String(line) };
  });
  const [worker, api] = await Promise.all(started);
  const people = await bureau({ address: () => api!.line, password: () => password });
  await begin(people.operator, theft);
  for (const each of [api, worker]) {
    const ended = once(each!.child, 'close');
    each!.child.kill('SIGTERM');
    await ended;
  }
}

const url = (name: string): string => {
  const made = new URL(databaseUrl);
  made.pathname = `/${name}`;
  return made.href;
};

beforeAll(async () => {
  databaseUrl = await createDatabase(process.env['TEST_DATABASE_URL'] ?? '');
  temporal = await startDevServer({ executable, folder: now });
  await anIncident();
  const name = new URL(databaseUrl).pathname.slice(1);
  earlierUrl = url(`${name}_earlier`);
  await query(
    process.env['TEST_DATABASE_URL'] ?? '',
    `create database ${name}_earlier template ${name}`,
  );
  await temporal.stop();
  mkdirSync(before, { recursive: true });
  for (const file of ['temporal.db', 'temporal.db-wal']) {
    if (existsSync(join(now, file))) cpSync(join(now, file), join(before, file));
  }
  temporal = await startDevServer({ executable, folder: now });
  await anIncident();
}, 300_000);
afterAll(() => temporal?.stop());

test.each(['api', 'worker'] as const)('%s refuses a database that is older', async (part) => {
  const { code, err } = await run(part, earlierUrl);
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(
      /^(?:jiechu: there are no anchors.*\n)?jiechu: the database is older than the histories: .* 1 incident and \d+ entries apart; .*\n$/u,
    ),
  ]);
});

test('an API that starts while Temporal is away says that it compares later', async () => {
  await temporal.stop();
  const child = spawnProgram(['api', '--port', '0', '--lang', 'en'], {
    ...environment(),
    ...keys.api,
  });
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close');
  await once(createInterface(child.stdout!), 'line');
  expect(errors).toContain('Temporal does not answer');
  child.kill('SIGTERM');
  await ended;
}, 120_000);

test.each(['api', 'worker'] as const)('%s refuses histories that are older', async (part) => {
  await temporal.stop();
  temporal = await startDevServer({ executable, folder: before });
  const { code, err } = await run(part);
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(
      /jiechu: the histories are older than the database: .* 1 incident and \d+ entries apart; .*\n$/u,
    ),
  ]);
});
