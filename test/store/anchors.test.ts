import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AnchorFile } from '../../src/store/anchors/anchor-file.ts';
import { anchorMisfits } from '../../src/store/anchors/anchor-misfits.ts';
import type { Store } from '../../src/store/store.ts';
import { newKey } from '../test-keys.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, started, step } from './log-of.ts';

const { signer } = newKey();
const at = '2026-11-23T08:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'jiechu-anchors-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const open: AnchorFile[] = [];
const newPath = () => join(folder, `${(files += 1)}`, 'anchors.jsonl');
async function opening(path: string): Promise<AnchorFile> {
  const file = await AnchorFile.read(path);
  open.push(file);
  return file;
}
afterEach(async () => {
  for (const file of open.splice(0)) await file.close();
});

const head = (seq: number, digit = 'a') => ({ seq, hash: digit.repeat(64) });
const heads = (incidents: Record<string, ReturnType<typeof head>>) =>
  ({ kind: 'heads', incidents }) as const;

describe('a file of anchors', () => {
  it('goes on where it ended, each record chained to the one before', async () => {
    const path = newPath();
    const first = await opening(path);
    expect(await first.mayWrite()).toBe(true);
    await first.append(heads({ i1: head(1) }), at, signer);
    await first.append(heads({ i1: head(3, 'b'), i2: head(2) }), at, signer);
    await first.close();
    const again = await opening(path);
    await again.mayWrite();
    const record = await again.append({ ...heads({}), apiLog: head(7) }, at, signer);
    expect(record).toMatchObject({ seq: 3, previous: first.anchored.last.hash });
    const read = await opening(path);
    expect(read.anchored).toMatchObject({ last: { seq: 3 }, apiLog: { seq: 7 } });
    expect(read.anchored.broken).toBeUndefined();
    expect([...read.anchored.heads]).toEqual([
      ['i1', head(3, 'b')],
      ['i2', head(2)],
    ]);
  });

  it('is written by one process, read on by others, and taken over', async () => {
    const path = newPath();
    const one = await opening(path);
    await one.mayWrite();
    await one.append(heads({ i1: head(1) }), at, signer);
    const two = await opening(path);
    expect(await two.mayWrite()).toBe(false);
    await one.append(heads({ i1: head(2) }), at, signer);
    await two.catchUp();
    expect(two.anchored.heads.get('i1')).toEqual(head(2));
    await one.append(heads({ i1: head(3) }), at, signer);
    await one.close();
    expect(await two.mayWrite()).toBe(true);
    await two.append(heads({ i1: head(4) }), at, signer);
    expect((await opening(path)).anchored).toMatchObject({ last: { seq: 4 }, broken: undefined });
  });

  it('lives with what a power cut left of its last line', async () => {
    const path = newPath();
    const first = await opening(path);
    await first.mayWrite();
    await first.append(heads({ i1: head(1) }), at, signer);
    await first.close();
    appendFileSync(path, '{"seq":2,"at":"2026');
    const again = await opening(path);
    await again.mayWrite();
    await again.append(heads({ i1: head(2) }), at, signer);
    const read = await opening(path);
    expect(read.anchored).toMatchObject({ last: { seq: 2 }, broken: undefined });
  });

  it.each<[string, (lines: string[]) => string[], object]>([
    [
      'a record changed',
      ([a, b, c]) => [a!.replace('"i1"', '"i9"'), b!, c!],
      { seq: 1, what: 'altered' },
    ],
    ['a record taken out', ([a, , c]) => [a!, c!], { seq: 2, what: 'missing' }],
    ['records swapped', ([a, b, c]) => [a!, c!, b!], { seq: 2, what: 'missing' }],
    ['the first taken out', ([, b, c]) => [b!, c!], { seq: 1, what: 'missing' }],
  ])('says at which record it was changed: %s', async (_, change, broken) => {
    const path = newPath();
    const file = await opening(path);
    await file.mayWrite();
    for (const seq of [1, 2, 3]) await file.append(heads({ i1: head(seq) }), at, signer);
    await file.close();
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    writeFileSync(path, `${change(lines).join('\n')}\n`);
    expect((await opening(path)).anchored.broken).toEqual(broken);
  });

  it('writes no more where the file was replaced under it', async () => {
    const path = newPath();
    const file = await opening(path);
    await file.mayWrite();
    await file.append(heads({ i1: head(1) }), at, signer);
    renameSync(path, `${path}.old`);
    writeFileSync(path, '');
    await expect(file.append(heads({ i1: head(2) }), at, signer)).rejects.toThrow(/replaced/u);
  });
});

describe.each(databases)('what was anchored against $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => void (store = await opened(await fresh())));
  afterAll(() => store.close());

  it('fits a log that has grown since, and not one that was cut or written anew', async () => {
    const [one, two, none] = [newIncident(), newIncident(), newIncident()];
    const entries = logOf(started(), step('sign'), step('arrive'));
    await store.log.append({ incident: one, entries, personal: [] });
    await store.log.append({ incident: two, entries: entries.slice(0, 2), personal: [] });
    const anchored = (seq: number) => ({ seq, hash: entries[seq - 1]!.hash });
    const against = (incidents: Record<string, ReturnType<typeof head>>) =>
      anchorMisfits(store, { heads: new Map(Object.entries(incidents)), apiLog: undefined });
    expect(await against({ [one]: anchored(2), [two]: anchored(2) })).toEqual([]);
    expect(await against({ [one]: anchored(3), [two]: anchored(3), [none]: head(1) })).toEqual([
      { incident: two, anchored: anchored(3), last: 2 },
      { incident: none, anchored: head(1), last: 0 },
    ]);
    expect(await against({ [one]: head(2) })).toEqual([
      { incident: one, anchored: head(2), last: 3 },
    ]);
    const ends = await store.log.heads([one, two, none]);
    expect(ends).toEqual([
      { incident: one, ...anchored(3) },
      { incident: two, ...anchored(2) },
    ]);
    expect(await store.log.heads()).toEqual(expect.arrayContaining([...ends]));
  });

  it('holds the log of the API too', async () => {
    const { seq, hash } = await store.apiLog.append('refused', { person: 'p1' }, 1);
    const against = (apiLog: ReturnType<typeof head>) =>
      anchorMisfits(store, { heads: new Map(), apiLog });
    expect(await against({ seq, hash })).toEqual([]);
    expect(await against(head(seq))).toMatchObject([{ incident: undefined, last: seq }]);
    expect(await against(head(seq + 5))).toMatchObject([{ last: seq }]);
    await store.apiLog.append('refused', { person: 'p2' }, 2);
    expect(await store.apiLog.brokenAt({ after: seq })).toBeUndefined();
    expect(await store.apiLog.head()).toMatchObject({ seq: seq + 1 });
  });
});
