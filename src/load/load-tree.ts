import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Range } from '../model/diagnostic.ts';
import type { SourceTree } from '../model/source-tree.ts';
import { folderMissing } from '../diagnostics/file-problems.ts';
import type { Lookup } from '../diagnostics/place-problems.ts';
import { duplicateIds } from './duplicate-ids.ts';
import { filePlace } from './file-place.ts';
import { listFiles, type Listing } from './list-files.ts';
import { loadText, type LoadedText } from './load-text.ts';
import { lostFile, wordsOfText, type Loss } from './loss.ts';
import { missingMainFiles, nameProblems } from './name-problems.ts';
import { placeProblem } from './place-problem.ts';
import { readText } from './read-text.ts';
import { sourceTree } from './source-tree.ts';

/** What is below a root, and all that is wrong with it. */
export interface LoadedTree {
  readonly tree: SourceTree;
  readonly problems: readonly Problem[];
  readonly locate: Lookup;
  /** The text of a file, for excerpts. */
  readonly textOf: (file: string) => string | undefined;
  /** What is left out of the tree, so that nobody calls it unknown. */
  readonly losses: readonly Loss[];
}

/** Reads everything below a root that holds `standards/` and `rules/`. Mistakes are returned, never thrown. */
export async function loadTree(root: string): Promise<LoadedTree> {
  const folders = await Promise.all(
    ['standards', 'rules'].map((folder) => listFolder(root, folder)),
  );
  const files = folders.flatMap((listing) => listing.files);
  const loaded = await Promise.all(files.map((file) => loadFile(root, file)));
  const sources = loaded.flatMap(({ source }) => source ?? []);
  const byFile = new Map(loaded.map((file) => [file.file, file]));
  return {
    tree: sourceTree(sources),
    problems: [
      ...folders.flatMap((listing) => listing.problems),
      ...missingMainFiles(files),
      ...loaded.flatMap(({ problems }) => problems),
      ...sources.flatMap(nameProblems),
      ...duplicateIds(sources),
    ],
    locate: (file, path, at) => byFile.get(file)?.locate?.(path, at) ?? top,
    textOf: (file) => byFile.get(file)?.text,
    losses: [
      ...folders.flatMap((listing) => listing.problems.map(({ file }) => unseen(file))),
      ...loaded.flatMap(({ loss }) => loss ?? []),
    ],
  };
}

/** What there is in a place that could not be looked at, nobody knows. */
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
  const problem = placeProblem(file, place);
  if (problem !== 'readable' && (place.is === 'ignored' || place.is === 'stray')) {
    return { file, problems: problem };
  }
  const reading = await readText(root, file);
  if (problem !== 'readable') {
    // It is meant to be one of ours: what it holds is not unknown, only in the wrong place.
    const words = 'text' in reading ? wordsOfText(reading.text) : ('any' as const);
    return { file, problems: problem, loss: lostFile(file, place, words) };
  }
  return 'problem' in reading
    ? { file, problems: [reading.problem], loss: lostFile(file, place, 'any') }
    : { file, ...loadText(file, reading.text) };
}
