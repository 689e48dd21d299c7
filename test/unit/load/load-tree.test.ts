import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../../src/load/list-files.ts';
import { loadTree } from '../../../src/load/load-tree.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** A root in a temporary folder with these files in it. */
function makeRoot(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'jiechu-load-'));
  made.push(root);
  for (const [file, text] of Object.entries({
    'rules/.keep': '',
    'standards/.keep': '',
    ...files,
  })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const codes = async (root: string) => (await loadTree(root)).problems.map(({ code }) => code);

describe('a good tree', () => {
  const root = join(import.meta.dirname, 'trees/good');

  it('is read whole: each file under its kind, sorted, scenarios with what they are of', async () => {
    const { tree, problems, losses } = await loadTree(root);
    expect(problems).toEqual([]);
    expect(losses).toEqual([]);
    const files = Object.fromEntries(
      Object.entries(tree).map(([kind, list]) => [
        kind,
        (list as readonly { readonly file: string }[]).map(({ file }) => file),
      ]),
    );
    expect(files).toEqual({
      standards: ['standards/07-sample/standard.yaml', 'standards/procedures/visit/procedure.yaml'],
      parts: ['standards/parts/talk.yaml', 'rules/three/three.yaml'],
      vocabularies: ['standards/vocabulary/roles.yaml'],
      ruleSets: ['rules/colours/colours.yaml'],
      ladders: ['rules/escalation/late.yaml'],
      cases: ['rules/colours/colours.cases.yaml'],
      scenarios: [
        'standards/07-sample/scenarios/arrives.yaml',
        'standards/procedures/visit/scenarios/again.yaml',
      ],
    });
    expect(tree.scenarios.map(({ of }) => of)).toEqual(['sample', 'visit']);
  });

  it('keeps `yes` and `no` as words and `2026-01-01` as a text', async () => {
    const { tree } = await loadTree(root);
    expect(tree.cases[0]?.source.rows[0]?.given).toEqual({ weapon: 'yes' });
    expect(tree.standards[0]?.source.effective).toEqual({ from: '2026-01-01' });
  });

  it('locates keys and values, and the nearest there is for a path that leads nowhere', async () => {
    const { locate } = await loadTree(root);
    const file = 'standards/07-sample/standard.yaml';
    const start = (...args: Parameters<typeof locate>) => Object.values(locate(...args).start);
    expect(start(file, ['priority'], 'key')).toEqual([5, 1]);
    expect(start(file, ['priority'], 'value')).toEqual([5, 11]);
    expect(start(file, ['steps', 'arrive', 'by'], 'value')).toEqual([11, 9]);
    expect(start(file, ['steps', 'arrive', 'when', 'hurt'], 'key')).toEqual([9, 3]);
    expect(start(file, ['colour'], 'value')).toEqual([1, 1]);
    expect(start(file, [], 'key')).toEqual([1, 1]);
    expect(start('no/such/file.yaml', ['colour'], 'value')).toEqual([1, 1]);
  });
});

describe('a tree that cannot be read', () => {
  it('is told to lack both folders where there is nothing', async () => {
    expect(await codes(join(tmpdir(), 'no-such-folder'))).toEqual(['YML002', 'YML002']);
  });

  it('tells of a folder that the system does not let us list', async () => {
    const { files, problems } = await listFiles(tmpdir(), 'no-such-folder');
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ code: 'YML001', file: 'no-such-folder' }]);
  });

  it('does not read a file over 1 MB', async () => {
    const root = makeRoot({ 'standards/parts/large.yaml': `part: ${'x'.repeat(1024 * 1024)}\n` });
    const { tree, problems } = await loadTree(root);
    expect(problems).toMatchObject([{ code: 'YML012', file: 'standards/parts/large.yaml' }]);
    expect(tree.parts).toEqual([]);
  });

  it('does not follow a link to a folder, nor one that leads nowhere', async () => {
    const root = makeRoot({});
    symlinkSync(root, join(root, 'standards/again'));
    symlinkSync(join(root, 'nothing'), join(root, 'rules/nothing.yaml'));
    const { problems } = await loadTree(root);
    expect(problems).toMatchObject([
      { code: 'YML014', severity: 'error' },
      { code: 'YML014', severity: 'error' },
    ]);
  });

  it('takes a folder with the name of a file for a mistake, not for nothing', async () => {
    const root = makeRoot({});
    mkdirSync(join(root, 'standards/08-other/standard.yaml'), { recursive: true });
    mkdirSync(join(root, 'rules/sample/sample.yml'), { recursive: true });
    const { problems } = await loadTree(root);
    expect(problems).toMatchObject([
      { code: 'YML016', severity: 'error', file: 'standards/08-other/standard.yaml' },
      { code: 'YML016', severity: 'error', file: 'rules/sample/sample.yml' },
    ]);
  });

  it('reads a file through a link', async () => {
    const root = makeRoot({ 'talk.yaml': 'part: talk\n' });
    mkdirSync(join(root, 'standards/parts'));
    symlinkSync(join(root, 'talk.yaml'), join(root, 'standards/parts/talk.yaml'));
    expect(await codes(root)).toEqual(['SCH002', 'SCH002']);
  });

  it('leaves a badly shaped file out of the tree, and says so', async () => {
    const root = makeRoot({ 'standards/parts/talk.yaml': 'part: talk\n' });
    const { tree, losses } = await loadTree(root);
    expect(tree.parts).toEqual([]);
    expect(losses).toMatchObject([{ kind: 'part', paths: [[]] }]);
    expect(losses[0]?.words).toContain('talk');
  });
});
