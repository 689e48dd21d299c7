import type { Mistake } from './mistake.ts';
import type { PolicyCopy } from './policy-copy.ts';

type Make = (policy: PolicyCopy) => readonly Mistake[];

const isStory = (path: string) => /\/scenarios?(\/|$)|\.cases\.yaml$/.test(path);
/** Folders that are whole without being named by anything. */
const isLoose = (path: string) => isStory(path) || path === 'standards' || path === 'rules';

/** No standard asks for equipment yet, so its words may go. */
const isUnnamed = (path: string) => path === 'standards/vocabulary/equipment.yaml';

const wide: Readonly<Record<string, readonly string[]>> = {
  ':': ['：'],
  ',': ['，', '、'],
  '[': ['【', '［'],
  ']': ['】', '］'],
  '{': ['｛'],
  '}': ['｝'],
  '"': ['“', '＂'],
  '-': ['－'],
  ' ': ['\u3000', '\u00a0'],
};

/** Every character of every file that has a full-width brother, in its place. */
const everySign =
  (isMeant: (sign: string) => boolean): Make =>
  ({ files, read }) =>
    files.flatMap((at) => {
      const text = read(at);
      return [...text].flatMap((sign, index) => {
        if (!isMeant(sign)) return [];
        const digit = /[0-9]/.test(sign) ? [String.fromCodePoint(0xff10 + Number(sign))] : [];
        return (wide[sign] ?? digit).map((other) => ({
          what: `${sign} as ${other}`,
          at,
          line: text.slice(0, index).split('\n').length,
          // In a text or a comment it is as good as the other.
          mayBeNone: true,
          text: text.slice(0, index) + other + text.slice(index + 1),
        }));
      });
    });

const everyLine =
  (change: (line: string) => readonly (string | undefined)[], what: string): Make =>
  ({ files, read }) =>
    files.flatMap((at) => {
      const lines = read(at).split('\n');
      return lines.flatMap((line, index) =>
        line.trim() === '' || line.trimStart().startsWith('#')
          ? []
          : change(line).flatMap((changed) => {
              const text =
                changed === undefined ? lines.toSpliced(index, 1) : lines.with(index, changed);
              return { what, at, line: index + 1, mayBeNone: true, text: text.join('\n') };
            }),
      );
    });

/** All the single mistakes of each kind that the shipped policy can have. */
export const mistakes: Readonly<Record<string, Make>> = {
  'a file is deleted': ({ files }) =>
    files.map((at) => {
      const mayBeNone = isStory(at) || isUnnamed(at);
      return { what: 'deleted', at, mayBeNone, remove: true };
    }),
  'a folder is deleted': ({ folders }) =>
    folders.map((at) => ({ what: 'deleted', at, mayBeNone: isLoose(at), remove: true })),
  'a file is renamed': ({ files }) =>
    files.flatMap((at) =>
      ['.yml', '.txt', '.yaml.bak', '-2.yaml', ''].map((ending) => {
        const rename = at.replace(/\.yaml$/, ending);
        // A story that is not read any more is told of by a warning.
        const mayBeNone = isStory(at);
        return { what: `as ${rename}`, at, mayBeNone, rename };
      }),
    ),
  'a folder is renamed': ({ folders }) =>
    folders.map((at) => {
      // Below `rules` a folder is called as one likes.
      const mayBeNone = at.startsWith('rules/');
      return { what: 'renamed', at, mayBeNone, rename: `${at}-old` };
    }),
  'a file is copied': ({ files }) =>
    files.map((at) => {
      const copy = at.replace(/\.yaml$/, ' copy.yaml');
      return { what: `as ${copy}`, at, mayBeNone: isStory(at), copy };
    }),
  'a folder is copied': ({ folders }) =>
    folders.map((at) => ({ what: 'copied', at, mayBeNone: false, copy: `${at}-2` })),
  'a line is indented otherwise': everyLine(
    (line) =>
      [1, 2, -1, -2].flatMap((by) => {
        if (by > 0) return ' '.repeat(by) + line;
        return line.startsWith(' '.repeat(-by)) ? line.slice(-by) : [];
      }),
    'indented',
  ),
  'a line is indented with a tab': everyLine(
    (line) => (/^ +\S/.test(line) ? [line.replace(/^( {2})+/, '\t')] : []),
    'with a tab',
  ),
  'a key is dropped': everyLine(
    (line) => (/^\s*[\w-]+:/.test(line) ? [undefined] : []),
    'without the line',
  ),
  'an id is misspelt where it is defined': ({ files, read }) =>
    files
      .filter((at) => !isStory(at))
      .flatMap((at) => {
        const text = read(at);
        return [...text.matchAll(/^( *)([a-z][a-z0-9-]{4,}):/gm)].map(
          ({ index, 1: indent, 2: id }) => {
            const place = index + indent!.length + 1;
            return {
              what: `${id} misspelt`,
              at,
              line: text.slice(0, place).split('\n').length,
              mayBeNone: true,
              text: text.slice(0, place) + text.slice(place + 1),
            };
          },
        );
      }),
  'a sign is full-width': everySign((sign) => sign in wide && sign !== ' '),
  'a digit is full-width': everySign((sign) => /[0-9]/.test(sign)),
  'a blank is full-width': everySign((sign) => sign === ' '),
  'lines end with CR': ({ files, read }) =>
    files.map((at) => {
      const text = read(at).replaceAll('\n', '\r');
      return { what: 'CR', at, line: 1, mayBeNone: false, text };
    }),
};

/** Changes that are no mistake at all. */
export const harmless: Readonly<Record<string, Make>> = {
  'lines end with CR LF': ({ files, read }) =>
    files.map((at) => {
      const text = read(at).replaceAll('\n', '\r\n');
      return { what: 'CR LF', at, mayBeNone: true, text };
    }),
  'a file begins with a byte order mark': ({ files, read }) =>
    files.map((at) => ({ what: 'BOM', at, mayBeNone: true, text: `\u{feff}${read(at)}` })),
};
