import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadRelease } from '../../../src/cli/load-release.ts';

const project = join(import.meta.dirname, '../../..');
const root = mkdtempSync(join(tmpdir(), 'jiechu-broken-'));
for (const folder of ['standards', 'rules']) {
  cpSync(join(project, folder), join(root, folder), { recursive: true });
}
afterAll(() => rmSync(root, { recursive: true }));

const files = ['standards', 'rules']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  )
  .filter((file) => file.endsWith('.yaml'));
/** One of each kind that others depend on. */
const defining = [
  'standards/08-theft-general/standard.yaml',
  'standards/procedures/case-follow-up/procedure.yaml',
  'standards/parts/dispatch.yaml',
  'standards/parts/close.yaml',
  'standards/vocabulary/choices.yaml',
  'standards/vocabulary/facts.yaml',
  'standards/vocabulary/lists.yaml',
  'rules/classification/classification.yaml',
  'rules/escalation/late-step.yaml',
  'rules/three-feedback/three-feedback.yaml',
];

/** The problems of the tree while one of its files reads otherwise. */
async function problemsWith(file: string, changed: (text: string) => string | Uint8Array) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, changed(text));
  try {
    return (await loadRelease(root)).diagnostics;
  } finally {
    writeFileSync(path, text);
  }
}

const inserted =
  (at: number, ...lines: readonly string[]) =>
  (text: string) =>
    text
      .split('\n')
      .toSpliced(at, 0, ...lines)
      .join('\n');

const damages: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'a key too many': (text) => `${text}\nnonsense: 1\n`,
  'an unclosed list': inserted(1, 'bad: [a, b'),
  'a tab': inserted(3, '\tx: 1'),
  'merge markers': inserted(3, '<<<<<<< HEAD', '=======', '>>>>>>> other'),
  'UTF-16': (text) => Buffer.from(`\u{feff}${text}`, 'utf16le'),
  'nothing in it': () => '',
  'only a comment in it': () => '# nothing yet\n',
  'over 1 MB': (text) => `${text}#${'x'.repeat(1_100_000)}`,
  anchors: (text) => `${text}\nfirst: &a [1]\nsecond: *a\n`,
  'a broken line halfway': (text) =>
    inserted(Math.floor(text.split('\n').length / 2), '  "open: {')(text),
};

describe('a file that is broken', () => {
  // Each damage to a third of the files, each time others: to read the whole tree takes a quarter of a second.
  it.each(Object.keys(damages).map((name, turn) => [name, turn] as const))(
    'is the only one that is told of: %s',
    async (name, turn) => {
      for (const file of defining.filter((_, index) => (index + turn) % 3 === 0)) {
        const found = await problemsWith(file, damages[name]!);
        expect(found.length, file).toBeGreaterThan(0);
        expect([...new Set(found.map((each) => each.file))], file).toEqual([file]);
      }
    },
    300_000,
  );

  it.each(['standards', 'rules'])(
    'is not blamed where the folder %s is missing',
    async (folder) => {
      renameSync(join(root, folder), join(root, 'gone'));
      const { diagnostics } = await loadRelease(root);
      renameSync(join(root, 'gone'), join(root, folder));
      expect(diagnostics).toMatchObject([{ code: 'YML002', file: folder }]);
    },
  );

  it('hides no mistake of another file', async () => {
    const other = 'standards/37-lost-found-property/standard.yaml';
    const text = readFileSync(join(root, other), 'utf8');
    writeFileSync(join(root, other), text.replace('after: theft-screen', 'after: theft-scren'));
    const found = await problemsWith('standards/08-theft-general/standard.yaml', damages['a tab']!);
    writeFileSync(join(root, other), text);
    expect(found.map(({ file, code }) => [file, code])).toContainEqual([other, 'STD002']);
  });
});

describe('a file with mistakes of several sorts', () => {
  it('has all of them told at once, each at its place', async () => {
    const found = await problemsWith('standards/37-lost-found-property/standard.yaml', (text) =>
      text
        .replace(/^category: .*$/m, 'category: assistanse')
        .replace('after: theft-screen', 'after: theft-scren')
        .replace('remind: [30m]', 'remnid: [30m]')
        .replace(/by: handling-officer/, 'by: handling-oficer')
        .replace('priority: 4', 'priority: four'),
    );
    expect(found.map(({ code, message }) => `${code} ${message.en}`).sort()).toEqual([
      'SCH001 there is no key `remnid` here',
      'SCH004 this should be a whole number, not a text',
      'STD002 unknown step or anchor `theft-scren`',
      'VOC001 unknown role `handling-oficer`',
      'VOC005 unknown category `assistanse`',
    ]);
  });
});

describe('an id that is there twice', () => {
  it('is told once', async () => {
    const found = await problemsWith(
      'standards/vocabulary/evidence.yaml',
      (text) => `${text}choices:\n  lost: { zh: 丢, en: Lost }\n`,
    );
    expect(found.map(({ code }) => code)).toEqual(['YML010']);
  });
});

/** Every problem says where it is, within its file, and what to do, in both languages. */
function expectLocated(found: Awaited<ReturnType<typeof problemsWith>>, of: string) {
  for (const { file, message, range, help } of found) {
    expect(message.zh && message.en, of).toMatch(/^[^\n]+$/);
    expect(help === undefined || (help.zh && help.en), of).toBeTruthy();
    expect(Math.min(range.start.line, range.start.column), of).toBeGreaterThan(0);
    const { start, end } = range;
    expect(end.line > start.line || end.column > start.column, of).toBe(true);
    expect(file).toMatch(/^(standards|rules)/);
  }
}

describe('the real files with a line or a word changed at random', () => {
  const words = [
    ...new Set(
      files.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/[\w-]+/g) ?? []),
    ),
  ];
  const change = fc.oneof(
    fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
    fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
    fc.record({
      kind: fc.constant('word' as const),
      at: fc.nat(),
      word: fc.constantFrom(...words, '', '7', '[]', '{}', '~'),
    }),
    fc.record({ kind: fc.constant('indent' as const), at: fc.nat() }),
  );
  type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;
  const changed = (text: string, made: Change): string => {
    const lines = text.split('\n');
    const at = made.at % lines.length;
    switch (made.kind) {
      case 'delete':
        return lines.toSpliced(at, 1).join('\n');
      case 'indent':
        return lines.with(at, `  ${lines[at]!}`).join('\n');
      case 'swap': {
        const other = made.with % lines.length;
        return lines.with(at, lines[other]!).with(other, lines[at]!).join('\n');
      }
      case 'word': {
        const all = [...text.matchAll(/[\w-]+/g)];
        const one = all[made.at % all.length]!;
        return text.slice(0, one.index) + made.word + text.slice(one.index + one[0].length);
      }
    }
  };

  it('are checked to the end, and each problem is located', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (file, changes) => {
          const found = await problemsWith(file, (text) => changes.reduce(changed, text));
          expectLocated(found, `${file} ${JSON.stringify(changes)}`);
        },
      ),
      { numRuns: 40 },
    );
  }, 300_000);
});
