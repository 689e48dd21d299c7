import { execFileSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putSamples } from '../../src/cli/system/put-samples.ts';
import { startDevServer, type DevServer } from '../../src/worker/server/dev-server.ts';
import { createDatabase, opened, query } from '../store/databases.ts';
import { verifyDossier } from './dossier.ts';
import { partKeys } from './part-keys.ts';
import { begin, bureau, follow, shortTheft, theft, type Bureau } from './stories.ts';
import { runProgram, spawnProgram, temporaryFolder } from './system.ts';

const password = 'four words make one';
const root = fileURLToPath(new URL('../..', import.meta.url));

// Both parts have one key here; each signs with it in its own name.
const keys = partKeys();
const trusted = keys.api['JIECHU_TRUSTED_KEYS'] ?? '';

let temporal: DevServer;
let environment: Record<string, string>;
let worker: ChildProcess;
let api: ChildProcess;
let people: Bureau;
let incident: string;
let address: string;

/** A variable that the environment of `npm test` must have; skipping would hide that nothing was tested. */
function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm test`);
  return value;
}

/** Starts a part of the system and waits for its first line. */
async function part(...args: readonly string[]): Promise<[ChildProcess, string]> {
  const child = spawnProgram([...args, '--lang', 'en'], {
    ...environment,
    ...keys[args[0] === 'api' ? 'api' : 'worker'],
  });
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += chunk));
  const [line] = await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    once(child, 'close').then(() => Promise.reject(new Error(`${args[0]} ended:\n${errors}`))),
  ]);
  return [child, String(line)];
}

beforeAll(async () => {
  const databaseUrl = await createDatabase(needed('TEST_DATABASE_URL'));
  const executable = needed('TEMPORAL_CLI');
  temporal = await startDevServer({ executable, folder: temporaryFolder() });
  environment = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.place.address,
    JIECHU_CODEC_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    JIECHU_OPERATOR_TOKEN: 'operator-token-of-the-tests',
  };
});
afterAll(() => temporal?.stop());

test('migrate makes the schema, and again finds it made', async () => {
  const args = ['migrate', '--data', temporaryFolder(), '--lang', 'en'];
  for (const _ of ['first', 'again']) {
    expect(await runProgram(args, environment)).toEqual({
      code: 0,
      out: 'the schema is up to date\n',
      err: '',
    });
  }
  const store = await opened({ databaseUrl: environment['DATABASE_URL'] ?? '' });
  await putSamples(store, root, password);
  await store.close();
});

test('a worker and an API of their own take an incident in hand', async () => {
  const [working, serving] = await Promise.all([part('worker'), part('api', '--port', '0')]);
  [worker] = working;
  [api, address] = serving;
  people = await bureau({ address: () => address, password: () => password });
  incident = await begin(people.operator, theft);
  await follow(people, incident, shortTheft.slice(0, 6));
});

test('with the worker killed nothing is lost, and the next act waits for another worker', async () => {
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
  const before = await people.leader.incident(incident);
  const acting = follow(people, incident, shortTheft.slice(6, 7));
  [worker] = await part('worker');
  await acting;
  const after = await people.leader.incident(incident);
  expect(after.log.slice(0, before.log.length)).toEqual(before.log);
});

test('the doctor finds an incident whose run somebody ended, and a repair has it go on', async () => {
  const ask = async (...args: string[]) =>
    runProgram([...args, '--url', address, '--lang', 'en'], environment);
  expect(await ask('doctor')).toMatchObject({ code: 0, err: '' });
  expect(await ask('repair', incident)).toMatchObject({ code: 2, out: '' });
  const before = await people.leader.incident(incident);
  const place = ['--address', environment['TEMPORAL_ADDRESS'] ?? '', '--workflow-id', incident];
  execFileSync(needed('TEMPORAL_CLI'), ['workflow', 'terminate', ...place]);
  const { code, out } = await ask('doctor');
  expect([code, out]).toEqual([1, expect.stringContaining(`✗ ${incident}`)]);
  expect(await ask('repair', incident)).toEqual({
    code: 0,
    out: expect.stringMatching(`^✓ ${incident}  begun again from its log`),
    err: '',
  });
  expect(await ask('doctor')).toMatchObject({ code: 0 });
  expect((await people.leader.incident(incident)).log).toEqual(before.log);
});

test('the incident goes on to its end, and its chain holds', async () => {
  await follow(people, incident, shortTheft.slice(7));
  expect((await people.officer.close(incident)).status).toBe(200);
  expect((await verifyDossier(people.leader, incident, trusted)).verified).toMatchObject({
    code: 0,
  });
});

test('an API refuses a database that lacks what was anchored of it, and one on another file of anchors serves it', async () => {
  const url = environment['DATABASE_URL'] ?? '';
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  await ended;
  await query(url, `delete from log_entries where incident = '${incident}' and seq > 2`);
  const { code, out, err } = await runProgram(['api', '--port', '0', '--lang', 'en'], {
    ...environment,
    ...keys.api,
  });
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(
    new RegExp(
      `^jiechu: [^\\n]* incident ${incident} should have entry \\d+ and has 2[^\\n]*\\n$`,
      'u',
    ),
  );
  const anchors = join(temporaryFolder(), 'anchors.jsonl');
  environment = { ...environment, JIECHU_ANCHORS: anchors };
  [api] = await part('api', '--port', '0');
});

test('without a server that it needs, a part ends with one line that says which', async () => {
  const without = (name: string, verb: string) => withChanged(name, verb, { [name]: '' });
  const withChanged = async (name: string, verb: string, changed: Record<string, string>) => {
    const { code, out, err } = await runProgram([verb, '--lang', 'en'], {
      ...environment,
      ...keys[verb === 'api' ? 'api' : 'worker'],
      ...changed,
    });
    return [code, out, err.includes(name), err.trim().split('\n').length];
  };
  expect(await without('TEMPORAL_ADDRESS', 'worker')).toEqual([2, '', true, 1]);
  expect(await without('JIECHU_CODEC_KEYS', 'worker')).toEqual([2, '', true, 1]);
  for (const verb of ['worker', 'api']) {
    expect(await without('JIECHU_DIGEST_KEYS', verb)).toEqual([2, '', true, 1]);
  }
  expect(await without('DATABASE_URL', 'api')).toEqual([2, '', true, 1]);
  expect(await without('JIECHU_SIGNING_KEYS', 'api')).toEqual([2, '', true, 1]);
  expect(await without('JIECHU_SIGNING_KEYS', 'worker')).toEqual([2, '', true, 1]);
  // A worker that trusts no API would believe nothing; one that lacks the key in use could not go on.
  expect(await without('JIECHU_TRUSTED_KEYS', 'worker')).toEqual([2, '', true, 1]);
  const others = partKeys();
  expect(await withChanged('api/k1', 'worker', others.worker)).toEqual([2, '', true, 1]);
  expect(await withChanged('api/k1', 'api', others.api)).toEqual([2, '', true, 1]);
  const elsewhere = { TEMPORAL_ADDRESS: 'temporal.example:7233' };
  for (const verb of ['worker', 'api']) {
    expect(await withChanged('JIECHU_TEMPORAL_PLAIN', verb, elsewhere)).toEqual([2, '', true, 1]);
  }
});
