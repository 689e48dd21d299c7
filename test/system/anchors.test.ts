import {
  cpSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ApiLogPage } from '../../src/contract/api-log-contract.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import { chainedHash } from '../../src/store/chained-hash.ts';
import { tamper } from '../store/tamper.ts';
import { begin, bureau, theft, type Bureau } from './stories.ts';
import { saysOnly } from './says-only.ts';
import { runProgram, startSystem, temporaryFolder, type Finished, type System } from './system.ts';

// The attacker can write to the database, but neither has the signing key nor reaches the anchors.
let system: System;
let people: Bureau;
let incident: string;
let dossier: Dossier;
let page: ApiLogPage;
let database: string;
let whole: string;

beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
  incident = await begin(people.operator, theft);
  dossier = await people.leader.read<Dossier>(`/api/incidents/${incident}/dossier`);
  page = await people.centre.read<ApiLogPage>('/api/log');
  await system.stop();
  database = join(system.folder, 'database');
  whole = join(temporaryFolder(), 'database');
  cpSync(database, whole, { recursive: true });
}, 180_000);

const up = (environment: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  runProgram(['up', '--data', system.folder, '--port', '0', '--json', '--lang', 'en'], environment);

/** The database as it was at the stop, then as an attacker left it. */
async function tampered(...statements: readonly string[]): Promise<void> {
  rmSync(database, { recursive: true });
  cpSync(whole, database, { recursive: true });
  await tamper(database, ...statements);
}

const anchorsAt = () => readFileSync(join(system.folder, 'anchors-at'), 'utf8').trim();
const verify = (...args: readonly string[]) => runProgram(['verify', ...args, '--lang', 'en']);

function saved(value: unknown): string {
  const file = join(temporaryFolder(), 'exported.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
}

test('keys and anchors lie where the database does not, readable by their owner alone', () => {
  for (const name of ['api-signing-keys', 'worker-signing-keys']) {
    expect(statSync(join(system.folder, name)).mode & 0o777).toBe(0o600);
  }
  const anchors = anchorsAt();
  expect(anchors.startsWith(system.folder)).toBe(false);
  expect(statSync(anchors).mode & 0o777).toBe(0o600);
  const files = readdirSync(whole, { recursive: true, withFileTypes: true });
  const [, seed = ''] = readFileSync(join(system.folder, 'api-signing-keys'), 'utf8')
    .trim()
    .split(':');
  for (const file of files.filter((each) => each.isFile())) {
    const bytes = readFileSync(join(file.parentPath, file.name));
    expect(bytes.includes(seed) || bytes.includes(Buffer.from(seed, 'base64'))).toBe(false);
  }
});

test('what was exported is verified with the public keys of the folder and its anchors', async () => {
  const checked = await verify(
    saved(dossier),
    '--key',
    system.publicKeys,
    '--anchors',
    anchorsAt(),
  );
  expect([checked.code, checked.out]).toEqual([
    0,
    expect.stringMatching(/: intact\. .* fits \d+ anchor/u),
  ]);
  const log = await verify(
    '--api-log',
    saved(page),
    '--key',
    system.publicKeys,
    '--anchors',
    anchorsAt(),
  );
  expect([log.code, log.out]).toEqual([0, expect.stringMatching(/^the log of the API: intact\./u)]);
  const unknown = await verify(saved(dossier));
  expect([unknown.code, unknown.out]).toEqual([1, expect.stringMatching(/key not checked/u)]);
});

test('a log that was cut is refused at the start, with the incident and what to do', async () => {
  const { seq } = dossier.head;
  await tampered(`delete from log_entries where incident = '${incident}' and seq >= ${seq - 1}`);
  const wanted = new RegExp(
    `was cut: incident ${incident} should have entry \\d+ and has ${seq - 2}.*restore the newest backup`,
    'u',
  );
  expect(await up()).toEqual(saysOnly(wanted));
});

test('an incident that is gone is refused at the start', async () => {
  await tampered(
    `delete from log_entries where incident = '${incident}'`,
    `delete from incidents where id = '${incident}'`,
  );
  expect(await up()).toEqual(
    saysOnly(new RegExp(`incident ${incident} should have entry \\d+ and has 0`, 'u')),
  );
});

test('a log that was written anew with correct hashes is refused at the start', async () => {
  let previous = '0'.repeat(64);
  const statements = (dossier.entries as Record<string, unknown>[]).map((entry) => {
    const made = { ...entry, previous, ...(entry['by'] !== undefined && { by: 'somebody' }) };
    const hash = chainedHash(made);
    const set = `previous = '${previous}', hash = '${hash}', by = case when by is null then null else 'somebody' end`;
    previous = hash;
    return `update log_entries set ${set} where incident = '${incident}' and seq = ${String(entry['seq'])}`;
  });
  await tampered(
    ...statements,
    `update incidents set hash = '${previous}' where id = '${incident}'`,
  );
  expect(await up()).toEqual(
    saysOnly(new RegExp(`entry \\d+ of incident ${incident} was written anew`, 'u')),
  );
});

test('an API log that was changed or cut is refused at the start, and goes on once somebody has looked', async () => {
  await tampered(`update api_log set data = '{"person":"nobody"}' where seq = 2`);
  expect(await up()).toEqual(
    saysOnly(
      /entry 2 of the log of the API was changed or is missing.*JIECHU_KNOWN_API_LOG_BREAKS=2/u,
    ),
  );
  await tampered(`delete from api_log where seq = (select max(seq) from api_log)`);
  expect(await up()).toEqual(saysOnly(/the log of the API should have entry \d+ and has \d+/u));
  await tampered(`update api_log set data = '{"person":"nobody"}' where seq = 2`);
  await system.start({ environment: { JIECHU_KNOWN_API_LOG_BREAKS: '2' } });
  expect((await people.leader.incident(incident)).id).toBe(incident);
  await system.stop();
  cpSync(database, whole, { recursive: true, force: true });
});

test('anchors that were changed, or lie in the data folder, are refused', async () => {
  await tampered();
  const text = readFileSync(anchorsAt(), 'utf8');
  writeFileSync(
    anchorsAt(),
    text.replace('"kind":"heads"', '"kind": "heads"').replace(incident, 'I0'),
  );
  const environment = { JIECHU_KNOWN_API_LOG_BREAKS: '2' };
  expect(await up(environment)).toEqual(
    saysOnly(/were changed or cut at record 1.*JIECHU_ANCHORS/u),
  );
  writeFileSync(anchorsAt(), text);
  const inside = join(system.folder, 'anchors.jsonl');
  expect(await up({ ...environment, JIECHU_ANCHORS: inside })).toEqual(
    saysOnly(/lie in the data folder/u),
  );
  for (const [name, value] of [
    ['JIECHU_ANCHOR_SECONDS', '0'],
    ['JIECHU_ANCHOR_WEBHOOK', 'http://example.org/'],
    ['JIECHU_TIMESTAMP_URL', 'no address'],
  ] as const) {
    expect(await up({ ...environment, [name]: value })).toEqual(saysOnly(new RegExp(name, 'u')));
  }
});

test('anchors that are gone are told, and begun anew', async () => {
  renameSync(anchorsAt(), `${anchorsAt()}.away`);
  await system.start({ environment: { JIECHU_KNOWN_API_LOG_BREAKS: '2' } });
  expect(system.errors()).toMatch(
    /^jiechu: there are no anchors in .*they begin anew with 1 incident,/mu,
  );
  await system.stop();
  expect(readFileSync(anchorsAt(), 'utf8')).toContain(incident);
});
