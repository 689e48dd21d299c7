import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import { damage } from '../system/damage.ts';
import { verifyDossier } from '../system/dossier.ts';
import { begin, bureau, follow, shortTheft, theft, type Bureau } from '../system/stories.ts';
import { saysOnly } from '../system/says-only.ts';
import {
  runProgram,
  startSystem,
  temporaryFolder,
  type Finished,
  type System,
} from '../system/system.ts';

// Takes 5 minutes.

const keyFiles = ['codec-keys', 'digest-keys', 'api-signing-keys', 'worker-signing-keys'];

let system: System;
let people: Bureau;
let copy: string;
/** The incidents whose acts went on while the copy was made. */
let busy: readonly string[];
let before: readonly IncidentView[];

const backup = (folder: string, ...args: readonly string[]): Promise<Finished> =>
  runProgram([
    ...['backup', folder, '--data', system.folder, '--url', system.address(), '--lang', 'en'],
    ...args,
  ]);
const restore = (
  folder: string,
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> =>
  runProgram(['restore', folder, '--data', data, '--lang', 'en'], environment);
/** A data folder of another machine: with the keys, and nothing else. */
function folderWithKeys(): string {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder, { mode: 0o700 });
  for (const name of keyFiles) cpSync(join(system.folder, name), join(folder, name));
  return folder;
}

beforeAll(async () => {
  system = await startSystem();
  people = await bureau(system);
  const still = await begin(people.operator, theft);
  await follow(people, still, shortTheft.slice(0, 6));
  busy = await Promise.all([1, 2, 3, 4].map(() => begin(people.operator, theft)));
  copy = join(temporaryFolder(), 'copy');
  // Acts go on while it is made.
  const acts = busy.map((id) => follow(people, id, shortTheft.slice(0, 6)));
  const made = await backup(copy);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toMatch(/^the backup is made: .*\nthe keys are not in it: keep codec-keys/u);
  await Promise.all(acts);
  before = await Promise.all([still, ...busy].map((id) => people.leader.incident(id)));
}, 300_000);

test('a copy has a list of its files, and no keys', () => {
  const { manifest } = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ format: 1, logs: { incidents: 5 }, pair: { mark: {} } });
  expect(Object.keys(manifest.files)).toEqual(
    expect.arrayContaining(['temporal.db', 'anchors.jsonl', 'database/PG_VERSION']),
  );
  for (const name of keyFiles) expect(existsSync(join(copy, name))).toBe(false);
});

test('a copy is refused in a folder that is not empty, in the data folder, and beside servers', async () => {
  expect(await backup(copy)).toEqual(saysOnly(/is not empty: name a new one/));
  expect(await backup(join(system.folder, 'copies', 'one'))).toEqual(
    saysOnly(/lies in the data folder/),
  );
  const environment = { DATABASE_URL: 'postgres://localhost/none' };
  const args = ['backup', join(temporaryFolder(), 'x'), '--lang', 'en'];
  expect(await runProgram(args, environment)).toEqual(saysOnly(/is a server of its own/));
  expect(await runProgram(['restore', copy, '--lang', 'en'], environment)).toEqual(
    saysOnly(/is a server of its own/),
  );
});

test('only who has the token of the engineers has a copy made', async () => {
  const ask = (token: string) =>
    fetch(`${system.address()}/api/backups`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ folder: join(temporaryFolder(), 'stolen') }),
    });
  expect((await ask('a'.repeat(32))).status).toBe(403);
});

test('a folder in use, other keys and a copy that was changed are refused', async () => {
  expect(await restore(copy, system.folder)).toEqual(saysOnly(/is in use by process \d+/));
  const none = join(temporaryFolder(), 'data');
  expect(await restore(copy, none)).toEqual(
    saysOnly(/does not have the keys of this backup \(codec-keys\)/),
  );
  const others = folderWithKeys();
  rmSync(join(others, 'worker-signing-keys'));
  expect(await restore(copy, others)).toEqual(
    saysOnly(/does not have the keys of this backup \(worker-signing-keys\)/),
  );
  const changed = join(temporaryFolder(), 'copy');
  cpSync(copy, changed, { recursive: true });
  damage(join(changed, 'temporal.db'), 4096);
  expect(await restore(changed, folderWithKeys())).toEqual(
    saysOnly(/temporal\.db in the backup .* is not as its manifest says/),
  );
  const listed = join(changed, 'manifest.json');
  writeFileSync(listed, readFileSync(listed, 'utf8').replace('"incidents": 5', '"incidents": 4'));
  expect(await restore(changed, folderWithKeys())).toEqual(
    saysOnly(/manifest\.json in the backup .* is not as its manifest says/),
  );
  expect(await restore(temporaryFolder(), folderWithKeys())).toEqual(
    saysOnly(/is no whole backup/),
  );
});

test('on another machine it goes on from the moment of the copy', async () => {
  const folder = folderWithKeys();
  const restored = await restore(copy, folder);
  expect(restored).toMatchObject({ code: 0, err: '' });
  const other = await startSystem({}, join(folder, '..'));
  const theirs = await bureau(other);
  const list = await theirs.leader.read<{ incidents: { id: string }[] }>('/api/incidents?limit=50');
  expect(list.incidents).toHaveLength(5);
  for (const { id, log } of before) {
    const now = await theirs.leader.incident(id);
    // Entries that were not yet written are written by the workflow itself.
    await expect
      .poll(async () => (await theirs.leader.incident(id)).log.length, { timeout: 60_000 })
      .toBeGreaterThanOrEqual(now.log.length);
    expect(log.slice(0, now.log.length)).toEqual(now.log);
    const done = new Set(now.log.filter(({ kind }) => kind === 'act').map(({ step }) => step));
    await follow(
      theirs,
      id,
      shortTheft.filter(([, step]) => !done.has(step)),
    );
    expect((await theirs.officer.close(id)).status).toBe(200);
    const { verified } = await verifyDossier(theirs.leader, id, other.publicKeys);
    expect([verified.code, verified.err]).toEqual([0, '']);
  }
  await other.stop();
  await other.start();
  await other.stop();
}, 600_000);

test('in place of what is there, which is moved aside; a half of what ran since does not fit any more', async () => {
  const since = await begin(people.operator, theft);
  await system.stop();
  const later = join(temporaryFolder(), 'data');
  cpSync(system.folder, later, { recursive: true });
  const restored = await restore(copy, system.folder);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toMatch(
    /^restored as of .*: 5 incidents, \d+ entries\nwhat was there is in .*replaced-1\nwhat was done since is gone: by the anchors \d+ entries of \d+ incidents?; /u,
  );
  expect(existsSync(join(system.folder, 'replaced-1/database/PG_VERSION'))).toBe(true);
  // Histories that ran on after the copy was made.
  const mixed = join(temporaryFolder(), 'data');
  cpSync(system.folder, mixed, { recursive: true });
  rmSync(join(mixed, 'temporal.db-wal'), { force: true });
  cpSync(join(later, 'temporal.db'), join(mixed, 'temporal.db'));
  const up = ['up', '--data', mixed, '--port', '0', '--json', '--lang', 'en'];
  const refused = await runProgram(up);
  expect([refused.code, refused.err]).toEqual([
    2,
    expect.stringMatching(/the database is older than the histories/u),
  ]);
  // A restore that was cut short.
  writeFileSync(join(mixed, 'restore-unfinished'), '');
  expect(await runProgram(up)).toEqual(saysOnly(/was not finished: run `jiechu restore` again/));
  await system.start();
  const again = await bureau(system);
  expect((await again.leader.get(`/api/incidents/${since}`)).status).toBe(404);
  await system.stop();
}, 600_000);

test('a system that does not run is copied too', async () => {
  const folder = join(temporaryFolder(), 'copy');
  expect(await backup(folder)).toMatchObject({ code: 0, err: '' });
  const target = folderWithKeys();
  expect(await restore(folder, target)).toMatchObject({ code: 0, err: '' });
  const other = await startSystem({}, join(target, '..'));
  await other.stop();
});
