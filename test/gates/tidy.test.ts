import { expect, test } from 'vitest';
import { tidyFile, tidyReadme } from '../../src/setup/gates/tidy-rules.mjs';

const slash = '/';

test.each(['src/utils/a.ts', 'src/api/helpers.ts', 'test/common/b.ts', 'src/misc.mjs'])(
  'the name %s is refused',
  (file) => expect(tidyFile({ file, text: '' })).toHaveLength(1),
);

test('a name that only contains such a word is accepted', () => {
  expect(tidyFile({ file: 'src/api/common-law.ts', text: '' })).toEqual([]);
});

test('three hundred lines of code are accepted, comments and blanks apart, and one more is refused', () => {
  const text = 'const a = 1;\n'.repeat(300) + '// why\n\n'.repeat(50);
  expect(tidyFile({ file: 'src/api/a.ts', text })).toEqual([]);
  expect(tidyFile({ file: 'src/api/a.ts', text: `${text}a();\n` })).toHaveLength(1);
});

test.each([
  `const a = '${slash}work/main/src';`,
  `cd ${slash}root/x`,
  `"${slash}home/someone/x"`,
  `https:${slash}/registry.npmjs${'.'}org/x`,
])('a path of one machine or the host of a registry is refused: %s', (text) => {
  expect(tidyFile({ file: 'src/api/a.ts', text })).toHaveLength(1);
});

test('relative paths and addresses with such a part are accepted', () => {
  const text = `import '..${slash}work/a.ts';\nconst b = 'https://example.org${slash}work/b';\n`;
  expect(tidyFile({ file: 'src/api/a.ts', text })).toEqual([]);
});

test.each([
  '/** What it is. */',
  '/** Whether it is. */',
  '  /** How many there are. */',
  '/**\n * Nothing where there is none.\n */',
])('a doc comment that puts a question in place of the thing is refused: %s', (text) => {
  expect(tidyFile({ file: 'src/api/a.ts', text })).toHaveLength(1);
});

test('a doc comment that says the thing is accepted, whatever it says later', () => {
  const text =
    '/** The number of them, and what each costs. */\n/**\n * True where it holds.\n *\n * How it is read.\n */\n';
  expect(tidyFile({ file: 'src/api/a.ts', text })).toEqual([]);
});

// In two parts, so that this file does not find itself.
const race = 'Promise.' + 'race';

test('a timer that outlives the race it is in is refused', () => {
  const text = `await ${race}([ended, sleep(8000)]);`;
  expect(tidyFile({ file: 'src/a.ts', text })).toEqual([
    'src/a.ts:1: a timer outlives this race: use `within` (src/worker/within.ts)',
  ]);
});

test('a race without a timer, or with one that holds nothing up, is accepted', () => {
  const text = `${race}([one, other]);\n${race}([one, sleep(5, 0, { signal, ref: false })]);`;
  expect(tidyFile({ file: 'src/a.ts', text })).toEqual([]);
});

test('the tree of the README has every folder at the top and no other', () => {
  const readme =
    '<!-- tree -->\n```\nsrc/   code\n  model/  inner\ndocs/  words\n```\n<!-- /tree -->';
  expect(tidyReadme({ readme, files: ['src/a.ts', 'docs/a.md', '.ci/run', 'x.md'] })).toEqual([]);
  expect(tidyReadme({ readme, files: ['src/a.ts', 'test/a.ts'] })).toEqual([
    'README.md: the tree lacks test/',
    'README.md: there is no docs/',
  ]);
});
