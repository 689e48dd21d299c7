import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Range } from '../model/diagnostic.ts';
import type { SourceTree } from '../model/source-tree.ts';
import { folderMissing } from '../diagnostics/file-problems.ts';
import type { Lookup } from '../diagnostics/place-problems.ts';
import { findCopies } from './copies.ts';
import { definitionsOf, type Definition } from './definitions.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { filePlace } from './file-place.ts';
import { holdsOfText } from './holds-of-text.ts';
import { listFiles, type Listing } from './list-files.ts';
import { loadText, type LoadedText } from './load-text.ts';
import { lostFile, wordsOfText, type Loss } from './loss.ts';
import { nameProblems } from './name-problems.ts';
import { readText } from './read-text.ts';
import type { SourceFile } from './source-file.ts';
import { sourceTree } from './source-tree.ts';
import { unreadFiles, withoutMainFile } from './unread-files.ts';

/** The sources below a root, and all that is wrong with them. */
export interface LoadedTree {
  readonly tree: SourceTree;
  /** The files that the tree is made of, as they were read. */
  readonly sources: readonly SourceFile[];
  readonly definitions: readonly Definition[];
  readonly problems: readonly Problem[];
  readonly locate: Lookup;
  /** The text of a file, for excerpts. */
  readonly textOf: (file: string) => string | undefined;
  /** The parts that are left out of the tree, so that nobody calls them unknown. */
  readonly losses: readonly Loss[];
}

/** Reads everything below a root that holds `standards/` and `rules/`. Mistakes are returned, never thrown. */
export async function loadTree(root: string): Promise<LoadedTree> {
  const folders = await Promise.all(
    ['standards', 'rules'].map((folder) => listFolder(root, folder)),
  );
  const files = folders.flatMap((listing) => listing.files);
  const loaded = await Promise.all(files.map((file) => loadFile(root, file)));
  const read = loaded.flatMap(({ source }) => source ?? []);
  const copies = findCopies(read.flatMap(definitionsOf));
  const sources = read.filter(({ file }) => !copies.isCopy(file));
  const definitions = sources.flatMap(definitionsOf);
  const byFile = new Map(loaded.map((file) => [file.file, file]));
  const unread = unreadFiles(
    loaded.map(({ file, source, text }) =>
      source || text === undefined ? { file } : { file, text },
    ),
  );
  return {
    tree: sourceTree(sources),
    sources,
    definitions,
    problems: [
      ...folders.flatMap((listing) => listing.problems),
      ...unread,
      ...copies.problems,
      ...loaded.flatMap(({ problems }) => problems),
      ...sources.flatMap(nameProblems),
      ...duplicateIds(definitions),
    ],
    locate: (file, path, at) => byFile.get(file)?.locate?.(path, at) ?? top,
    textOf: (file) => byFile.get(file)?.text,
    losses: [
      ...folders.flatMap((listing) => listing.problems.map(({ file }) => unseen(file))),
      ...lossesOf(loaded, unread),
    ],
  };
}

/** The losses of files. Of a folder without its standard nobody knows what the standard had. */
function lossesOf(loaded: readonly LoadedFile[], unread: readonly Problem[]): readonly Loss[] {
  const errors = unread.filter(({ severity }) => severity === 'error');
  const told = new Set(errors.map(({ file }) => file));
  const losses = loaded.flatMap(({ file, loss }) => {
    const { is } = filePlace(file);
    // A copy that an editor left beside its file holds nothing that is lost.
    return loss && ((is !== 'stray' && is !== 'ignored') || told.has(file)) ? [loss] : [];
  });
  const mains = withoutMainFile(new Set(loaded.map(({ file }) => file)));
  const missing = [...mains].filter(
    ([folder]) =>
      !losses.some(
        ({ file, kind }) =>
          file.startsWith(`${folder}/`) && (kind === 'standard' || kind === 'procedure'),
      ),
  );
  return [...losses, ...missing.map(([folder, main]) => unseen(`${folder}/${main}`))];
}

/** The loss of a place that could not be looked at: nobody knows what is there. */
const unseen = (file: string): Loss => lostFile(file, filePlace(file), 'any');

const top: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

async function listFolder(root: string, folder: string): Promise<Listing> {
  try {
    if ((await stat(join(root, folder))).isDirectory()) return await listFiles(root, folder);
  } catch {
    // Told below: it makes no difference whether nothing or something unreadable is there.
  }
  return { files: [], problems: [folderMissing(folder)] };
}

type LoadedFile = Partial<LoadedText> & {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly loss?: Loss;
};

async function loadFile(root: string, file: string): Promise<LoadedFile> {
  const place = filePlace(file);
  const reading = await readText(root, file);
  const isRead = place.is === 'source' || place.is === 'rules';
  if ('problem' in reading) {
    // A file that is not ours need not be readable.
    const isOurs = isRead || place.is === 'misnamed' || place.is === 'misplaced';
    if (!isOurs) return { file, problems: [] };
    return { file, problems: [reading.problem], loss: lostFile(file, place, 'any') };
  }
  const { text } = reading;
  if (isRead) return { file, ...loadText(file, text) };
  // It may be meant to be one of ours: what it holds is not unknown, only in the wrong place.
  const holds = holdsOfText(text);
  if (place.is !== 'misnamed' && place.is !== 'misplaced' && !holds) return { file, problems: [] };
  return { file, text, problems: [], loss: lostFile(file, place, wordsOfText(text), holds) };
}
