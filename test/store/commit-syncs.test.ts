import { describe, expect, it } from 'vitest';
import { CommitSyncs } from '../../src/store/embedded/commit-syncs.ts';
import { openPgliteInFolder } from '../../src/store/embedded/open-pglite.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk that syncs when it is told to. */
const slowDisk = () => {
  const synced: string[] = [];
  const open: { file: number; end: (error?: Error) => void }[] = [];
  const disk = {
    syncNow: (file: number) => void synced.push(`now ${file}`),
    sync: (file: number) =>
      new Promise<void>((resolve, reject) =>
        open.push({ file, end: (error) => (error ? reject(error) : resolve()) }),
      ),
  };
  return { disk, synced, open };
};

const settled = async (promise: Promise<void>): Promise<boolean> => {
  let is = false;
  promise.then(
    () => (is = true),
    () => (is = true),
  );
  await new Promise((resolve) => setImmediate(resolve));
  return is;
};

const log = 7;

describe('the sync of a commit', () => {
  it('is waited for, and holds up nobody else', async () => {
    const { disk, synced, open } = slowDisk();
    const syncs = new CommitSyncs(disk);
    await syncs.commit(async () => syncs.wanted(log));
    const done = syncs.done();
    expect(await settled(done)).toBe(false);
    expect(synced).toEqual([]);
    open[0]?.end();
    expect(await settled(done)).toBe(true);
  });

  it('is shared by the commits that come while one is under way', async () => {
    const { disk, open } = slowDisk();
    const syncs = new CommitSyncs(disk);
    const commit = async () => {
      await syncs.commit(async () => syncs.wanted(log));
      return { done: syncs.done() };
    };
    const first = await commit();
    await settled(first.done);
    const second = await commit();
    const third = await commit();
    open[0]?.end();
    expect(await settled(first.done)).toBe(true);
    expect(await settled(second.done)).toBe(false);
    expect(open).toHaveLength(2);
    open[1]?.end();
    expect(await settled(second.done)).toBe(true);
    expect(await settled(third.done)).toBe(true);
    expect(open).toHaveLength(2);
  });

  it('comes before what is written next, and before the file is closed', async () => {
    const { disk, synced, open } = slowDisk();
    const syncs = new CommitSyncs(disk);
    await syncs.commit(async () => syncs.wanted(log));
    const done = syncs.done();
    await settled(done);
    await syncs.commit(async () => syncs.wanted(log + 1));
    syncs.before();
    expect(synced).toEqual([`now ${log + 1}`, `now ${log}`]);
    // Its file is closed by now.
    open[0]?.end(new Error('EBADF'));
    expect(await settled(done)).toBe(true);
    await syncs.done();
  });

  it('is at once outside of a commit', () => {
    const { disk, synced } = slowDisk();
    new CommitSyncs(disk).wanted(log);
    expect(synced).toEqual([`now ${log}`]);
  });

  it('that fails leaves no later commit acknowledged', async () => {
    const { disk, open } = slowDisk();
    const syncs = new CommitSyncs(disk);
    await syncs.commit(async () => syncs.wanted(log));
    const done = syncs.done();
    await settled(done);
    open[0]?.end(new Error('EIO'));
    await expect(done).rejects.toThrow('EIO');
    await syncs.commit(async () => syncs.wanted(log));
    await expect(syncs.done()).rejects.toThrow('EIO');
  });

  it('is asked for by PostgreSQL, of its log, once a commit', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiechu-syncs-'));
    const { pglite, commits } = await openPgliteInFolder(folder);
    try {
      await pglite.query('create table things (id integer)');
      expect(commits.done()).toBeInstanceOf(Promise);
      const wanted: number[] = [];
      const { wanted: original } = commits;
      commits.wanted = (file) => {
        wanted.push(file);
        original.call(commits, file);
      };
      await commits.commit(() => pglite.query('insert into things values (1)'));
      expect(wanted.length).toBeGreaterThan(0);
      await commits.done();
    } finally {
      await pglite.close();
      rmSync(folder, { recursive: true });
    }
  });
});
