import type { Problem } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import { standsTwice } from '../diagnostics/file-problems.ts';
import type { Definition } from './definitions.ts';

/** Files that define what others define already, told once each or once for their folder; nothing of them is used. */
export interface Copies {
  readonly problems: readonly Problem[];
  readonly isCopy: (file: string) => boolean;
}

/** Finds files and whole folders that were copied and kept their ids. */
export function findCopies(definitions: readonly Definition[]): Copies {
  const pairs = pairsOf(definitions);
  const byFolders = groupBy(pairs, ({ copy, original }) => foldersOf(copy, original).join('\n'));
  const copied = new Set<string>();
  const problems = [...byFolders.values()].flatMap((together) => {
    const [{ copy, original }] = together as [Pair, ...Pair[]];
    const [folder, other] = foldersOf(copy, original);
    const isFolder = folder !== other && (isOwnFolder(copy.file) || together.length > 1);
    for (const pair of together) copied.add(isFolder ? `${folder}/` : pair.copy.file);
    if (!isFolder) return together.map((pair) => problemOf([pair], 'files'));
    return [problemOf(together, 'folders')];
  });
  return {
    problems,
    isCopy: (file) =>
      [...copied].some((each) => (each.endsWith('/') ? file.startsWith(each) : file === each)),
  };
}

interface Pair {
  readonly copy: Definition;
  readonly original: Definition;
  /** The names that both define. */
  readonly names: readonly string[];
}

function pairsOf(definitions: readonly Definition[]): readonly Pair[] {
  const files = groupBy(
    definitions.filter(({ space, kind }) => space !== undefined && kind !== 'number'),
    ({ file }) => file,
  );
  const first = new Map<string, Definition>();
  const pairs: Pair[] = [];
  // The name that was there before its copy is the shorter one: `x`, `x copy`, `x-2`.
  const sorted = [...files.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const file of sorted) {
    const own = files.get(file)!;
    const earlier = own.map((each) => first.get(keyOf(each)));
    const [original] = earlier;
    if (original && earlier.every((each) => each?.file === original.file)) {
      pairs.push({ copy: own[0]!, original, names: own.map(({ name }) => name) });
      continue;
    }
    for (const each of own) if (!first.has(keyOf(each))) first.set(keyOf(each), each);
  }
  return pairs;
}

const keyOf = ({ space, name }: Definition) => `${space} ${name}`;

/** A standard or procedure has a folder with its scenarios. */
const isOwnFolder = (file: string) => /\/(standard|procedure)\.yaml$/.test(file);

function foldersOf(copy: Definition, original: Definition): readonly [string, string] {
  return [folderOf(copy.file), folderOf(original.file)];
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));

function problemOf(pairs: readonly Pair[], are: 'files' | 'folders'): Problem {
  const [{ copy, original }] = pairs as [Pair, ...Pair[]];
  const nameOf = (file: string) => (are === 'folders' ? folderOf(file) : file);
  return standsTwice(
    { file: copy.file, path: copy.path, at: copy.at },
    {
      what: copy.what,
      names: pairs.flatMap(({ names }) => names),
      first: { file: nameOf(original.file), place: original },
      second: nameOf(copy.file),
      are,
    },
  );
}
