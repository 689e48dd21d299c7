import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder, type FolderLock } from '../../src/store/embedded/folder-lock.ts';
import { openPgliteInFolder } from '../../src/store/embedded/open-pglite.ts';
import { thisProcess } from '../../src/store/embedded/process-identity.ts';
import { openStore, type StoreOpening } from '../../src/store/store.ts';
import { opened } from './databases.ts';
import { holdFolder } from './hold-folder.ts';

const top = mkdtempSync(join(tmpdir(), 'jiechu-store-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

let count = 0;
const newFolder = () => join(top, `data-${(count += 1)}`);

// Making a database takes seconds; copying one does not.
const made = join(top, 'made');
beforeAll(async () => (await opened({ folder: made })).close(), 180_000);
function newData(): string {
  const folder = newFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}
const besides = (folder: string) =>
  readdirSync(top).filter((name) => name.startsWith(`${basename(folder)}.`));

function failure(opening: StoreOpening) {
  if (opening.opened) throw new Error('it opened');
  const { code, message } = opening.failure;
  for (const text of [message.zh, message.en]) expect(text).not.toMatch(/\n|\.$|。$/);
  return code;
}

// Making a database takes seconds, and many more on a busy machine.
describe('a folder with an embedded database', { timeout: 180_000 }, () => {
  it('keeps what is in it, and belongs to one store at a time', async () => {
    const folder = newData();
    const first = await opened({ folder });
    await first.settings.set('clock', { origin: 5 });
    expect(failure(await openStore({ folder }))).toBe('data-locked');
    await first.close();
    const second = await opened({ folder });
    expect(await second.settings.get('clock')).toEqual({ origin: 5 });
    await second.close();
    expect(besides(folder)).toHaveLength(1);
  });

  it('is refused while another process has it, and taken over once that is killed', async () => {
    const folder = newData();
    const other = await holdFolder(folder);
    expect(other.said).toEqual({ opened: true, visits: 1 });
    const opening = await openStore({ folder });
    expect(failure(opening)).toBe('data-locked');
    if (!opening.opened) expect(opening.failure.message.en).toContain(`process ${other.pid}`);
    expect((await holdFolder(folder)).said.failure?.code).toBe('data-locked');
    await other.kill();
    const store = await opened({ folder });
    expect(await store.settings.get('visits')).toBe(1); // acknowledged before it was killed
    await store.close();
  });

  it('writes each commit to the disk', async () => {
    const folder = newData();
    const { pglite } = await openPgliteInFolder(folder);
    const setting = async (name: string) => (await pglite.query(`show ${name}`)).rows;
    expect(await setting('fsync')).toEqual([{ fsync: 'on' }]);
    expect(await setting('synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await setting('wal_sync_method')).toEqual([{ wal_sync_method: 'fsync' }]);
    await pglite.close();
  });

  it('is begun anew where its making was cut short', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'base'), { recursive: true });
    writeFileSync(join(folder, 'PG_VERSION'), '18\n');
    writeFileSync(`${folder}.unfinished`, '');
    const store = await opened({ folder });
    await store.settings.set('a', 1);
    await store.close();
    expect(existsSync(`${folder}.unfinished`)).toBe(false);
  });

  it('is refused with a clear word where it cannot be written', async () => {
    const file = join(top, 'a-file');
    writeFileSync(file, '');
    expect(failure(await openStore({ folder: join(file, 'data') }))).toBe('data-unwritable');
  });

  it('is refused with a clear word where it holds other files', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'mine');
    expect(failure(await openStore({ folder }))).toBe('data-damaged');
    expect(readdirSync(folder)).toEqual(['letter.txt']);
  });

  it.each([
    [
      'the control file is cut',
      (folder: string) => writeFileSync(join(folder, 'global/pg_control'), 'x'),
    ],
    ['the control file is gone', (folder: string) => rmSync(join(folder, 'global/pg_control'))],
    ['the log is gone', (folder: string) => empty(join(folder, 'pg_wal'))],
    ['the tables are gone', (folder: string) => empty(join(folder, 'base'))],
    ['the transactions are gone', (folder: string) => empty(join(folder, 'pg_xact'))],
    ['the catalogue is overwritten', (folder: string) => garble(join(folder, 'base'))],
  ])('is refused with a clear word where %s', async (_, damage) => {
    const folder = newData();
    damage(folder);
    expect(failure(await openStore({ folder }))).toBe('data-damaged');
  });

  it('opens again once a damaged one is restored', async () => {
    const folder = newData();
    rmSync(join(folder, 'global/pg_control'));
    expect(failure(await openStore({ folder }))).toBe('data-damaged');
    rmSync(folder, { recursive: true });
    cpSync(made, folder, { recursive: true });
    await (await opened({ folder })).close();
  });
});

function empty(folder: string) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

function garble(base: string) {
  for (const database of readdirSync(base)) {
    for (const name of readdirSync(join(base, database))) {
      if (/^[0-9]+$/.test(name)) writeFileSync(join(base, database, name), 'no table'.repeat(1024));
    }
  }
}

describe('the lock of a folder', { timeout: 180_000 }, () => {
  it.each(['', '{"host":', '5', '{}'])('that is damaged (%s) says what to do', (content) => {
    const folder = newFolder();
    writeFileSync(`${folder}.lock-3`, content);
    expect(lockFolder(folder)).toMatchObject({
      code: 'data-damaged',
      message: { en: expect.stringContaining('delete this file') },
    });
  });

  const lockFile = (folder: string, generation: number) => `${folder}.lock-${generation}`;
  const taken = (lock: ReturnType<typeof lockFolder>): FolderLock => {
    if ('code' in lock) throw new Error(lock.message.en);
    return lock;
  };

  it('is not taken from a living process, and not by asking twice', () => {
    const folder = newFolder();
    const lock = taken(lockFolder(folder));
    expect(lockFolder(folder)).toMatchObject({ code: 'data-locked' });
    lock.release();
    const next = taken(lockFolder(folder));
    lock.release(); // again: must not free what is no longer its own
    expect(lockFolder(folder)).toMatchObject({ code: 'data-locked' });
    next.release();
  });

  it('is taken from a process whose pid another one has by now', () => {
    const folder = newFolder();
    const dead = { ...thisProcess(), began: 'an-earlier-boot:1', token: 'x' };
    writeFileSync(lockFile(folder, 4), JSON.stringify(dead));
    taken(lockFolder(folder));
    expect(besides(folder)).toEqual([basename(lockFile(folder, 5))]);
    expect(JSON.parse(readFileSync(lockFile(folder, 5), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
  });

  it('is not taken from a process of another host', () => {
    const folder = newFolder();
    const elsewhere = { pid: 1, host: `not-${hostname()}`, token: 'x' };
    writeFileSync(lockFile(folder, 1), JSON.stringify(elsewhere));
    const refused = lockFolder(folder);
    expect(refused).toMatchObject({ code: 'data-locked' });
    if ('code' in refused) expect(refused.message.en).toContain(lockFile(folder, 1));
  });

  it('goes to one of several that find the same dead owner', async () => {
    const folder = newData();
    const dead = await holdFolder(folder);
    await dead.kill();
    const others = await Promise.all([1, 2, 3].map(() => holdFolder(folder)));
    expect(others.filter(({ said }) => said.opened)).toHaveLength(1);
    await Promise.all(others.map((other) => other.kill()));
  });
});
