import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFiles } from '../../../src/cli/verify/file-flaws.ts';
import { givenFiles } from '../../../src/cli/verify/given-files.ts';
import type { LogEntry } from '../../../src/model/log-entry.ts';
import { logOf, row } from '../../store/log-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiechu-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const proof = (text: string) => ({
  kind: 'photo',
  reference: { commitment: 'F' },
  sha256: hashOf(text),
});
const entries: readonly LogEntry[] = logOf(
  {
    kind: 'step',
    procedure: 'theft',
    role: 'officer',
    required: true,
    row: row('look', {
      status: 'done',
      evidence: [proof('one'), { kind: 'form', reference: { commitment: '7' } }],
    }),
  },
  {
    kind: 'step',
    procedure: 'theft',
    role: 'officer',
    required: true,
    row: row('ask', {
      pending: {
        kind: 'approve',
        by: 'eve',
        unit: 'east',
        proposed: 0,
        happened: 0,
        judge: 'leader',
        late: 'ladder',
        facts: {},
        evidence: [proof('two'), proof('three')],
      },
    }),
  },
);

test('files beside a dossier are held against the hashes of what was done and of what is offered', async () => {
  mkdirSync(join(folder, 'clips'));
  writeFileSync(join(folder, 'a.jpg'), 'one');
  writeFileSync(join(folder, 'clips', 'b.mp4'), 'two');
  writeFileSync(join(folder, 'clips', 'c.mp4'), 'three, cut');
  writeFileSync(join(folder, 'dossier.json'), '{}');
  writeFileSync(join(folder, '.hidden'), 'x');
  const given = await givenFiles(folder, [join(folder, 'dossier.json')]);
  expect(given.map(({ path }) => path)).toEqual(['a.jpg', 'clips/b.mp4', 'clips/c.mp4']);
  expect(checkFiles(entries, given)).toMatchObject({
    named: 3,
    intact: 2,
    flaws: [{ what: 'file', id: 'clips/c.mp4' }],
  });
  expect(checkFiles(entries, [])).toEqual({ named: 3, intact: 0, flaws: [] });
});

test('a folder that is not there is said to be none', async () => {
  await expect(givenFiles(join(folder, 'nowhere'), [])).rejects.toThrow('cannot read the folder');
});
