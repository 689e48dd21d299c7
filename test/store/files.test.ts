import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FileFolder } from '../../src/store/files/file-folder.ts';
import { openFileFolder } from '../../src/store/files/open-file-folder.ts';
import type { Store } from '../../src/store/store.ts';
import { databases, opened } from './databases.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('the folder of files', () => {
  let path: string;
  let folder: FileFolder;
  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'jiechu-files-'));
    folder = await openFileFolder(path);
  });
  afterEach(() => rmSync(path, { recursive: true }));
  const shelves = () => readdirSync(path).filter((name) => name !== 'incoming');
  const left = () => readdirSync(join(path, 'incoming'));

  it('keeps bytes under their hash, for their owner alone', async () => {
    const sha256 = hashOf('one two');
    expect(await folder.keep(chunks('one ', 'two'), 100)).toEqual({ kept: true, sha256, size: 7 });
    const file = join(path, sha256.slice(0, 2), sha256.slice(2));
    expect(readFileSync(file, 'utf8')).toBe('one two');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(left()).toEqual([]);
    const read = await folder.read(sha256);
    expect(read?.size).toBe(7);
    expect(await read?.bytes.toArray()).toEqual([Buffer.from('one two')]);
    expect(await folder.read(hashOf('other'))).toBeUndefined();
  });

  it('keeps the same bytes once, also when two send them at the same time', async () => {
    const both = await Promise.all([
      folder.keep(chunks('same'), 100),
      folder.keep(chunks('sa', 'me'), 100),
    ]);
    expect(both.map((one) => one.kept && one.sha256)).toEqual([hashOf('same'), hashOf('same')]);
    expect(readdirSync(join(path, shelves()[0]!))).toHaveLength(1);
    expect(left()).toEqual([]);
  });

  it('keeps what is examined and not refused, and leaves nothing of the rest', async () => {
    const seen: string[] = [];
    const examine = async ({ path, sha256 }: { path: string; sha256: string }) => {
      seen.push(`${sha256 === hashOf('good') || sha256 === hashOf('bad')}`);
      return readFileSync(path, 'utf8') === 'bad' ? 'why' : undefined;
    };
    expect(await folder.keep(chunks('go', 'od'), 100, examine)).toMatchObject({ kept: true });
    const refused = { kept: false, why: 'refused', refusal: 'why' };
    expect(await folder.keep(chunks('bad'), 100, examine)).toEqual(refused);
    expect(seen).toEqual(['true', 'true']);
    expect(await folder.read(hashOf('bad'))).toBeUndefined();
    expect(left()).toEqual([]);
  });

  it('leaves nothing of what is empty, too large or broken off', async () => {
    expect(await folder.keep(chunks(), 100)).toEqual({ kept: false, why: 'empty' });
    expect(await folder.keep(chunks('123', '4567'), 6)).toEqual({ kept: false, why: 'too-large' });
    expect(await folder.keep(chunks('123456'), 6)).toMatchObject({ kept: true });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a part');
      throw new Error('the network is gone');
    }
    await expect(folder.keep(broken(), 100)).rejects.toThrow('the network is gone');
    expect([shelves().length, left()]).toEqual([1, []]);
  });

  it('clears what died with a process a day ago, and leaves what is under way', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(path, 'incoming', name));
    for (const file of [old!, young!]) writeFileSync(file, 'part');
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(old!, yesterday, yesterday);
    await openFileFolder(path);
    expect(left()).toEqual(['young']);
  });
});

describe.each(databases)('the files of an incident on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
  });
  afterAll(() => store.close());
  const file = { type: 'image/jpeg', by: 'eve', at: 1 };
  const most = { bytes: 10, files: 3 };

  it('are each noted once, with their first name, and found in their incident only', async () => {
    const first = { ...file, incident: 'A', sha256: 'aa', size: 5, name: '现场.jpg' };
    expect(await store.files.note(first, most)).toBe(true);
    expect(await store.files.note({ ...first, name: 'again.jpg', at: 2 }, most)).toBe(true);
    expect(await store.files.of('A')).toEqual([first]);
    expect(await store.files.find('A', 'aa')).toEqual(first);
    expect(await store.files.find('B', 'aa')).toBeUndefined();
  });

  it('come to no more bytes than one incident may have', async () => {
    const note = (sha256: string, size: number) =>
      store.files.note({ ...file, incident: 'C', sha256, size }, most);
    // Which of two that come at once is first is the database's to say.
    const [isFirst, isSecond] = await Promise.all([note('a', 6), note('b', 6)]);
    expect([isFirst, isSecond].filter(Boolean)).toHaveLength(1);
    expect(await note('c', 4)).toBe(true);
    // A file that is there already takes no more room.
    expect(await note(isFirst ? 'a' : 'b', 6)).toBe(true);
    expect(await store.files.sumOf('C')).toEqual({ bytes: 10, files: 2 });
    expect(await store.files.sumOf('nowhere')).toEqual({ bytes: 0, files: 0 });
  });

  it('are no more than one incident may have', async () => {
    const note = (sha256: string) =>
      store.files.note({ ...file, incident: 'D', sha256, size: 1 }, most);
    const noted = await Promise.all(['a', 'b', 'c', 'd'].map(note));
    expect(noted.filter(Boolean)).toHaveLength(3);
    expect(await store.files.sumOf('D')).toEqual({ bytes: 3, files: 3 });
  });
});
