import type { Problem } from '../model/diagnostic.ts';
import { groupBy } from '../model/group-by.ts';
import {
  mainFileMissing,
  misplacedFile,
  misplacedFolder,
  notReadByName,
  strayFile,
  wrongExtension,
} from '../diagnostics/file-problems.ts';
import { filePlace, filePlaces } from './file-place.ts';
import { holdsOfText } from './holds-of-text.ts';

/** A file below a root by its name, with its text where it is not read as policy. */
export interface NamedFile {
  readonly file: string;
  /** Of files that are in no place where one is read. */
  readonly text?: string;
}

/** The problems of files whose name or place keeps them from being read, and of folders without their main file. */
export function unreadFiles(files: readonly NamedFile[]): readonly Problem[] {
  const there = new Set(files.map(({ file }) => file));
  const lacking = withoutMainFile(there);
  const renamed = files.flatMap((named) => renameProblem(named, there, lacking) ?? []);
  const told = new Set(renamed.map(({ file }) => file));
  const misplaced = files.filter(
    ({ file }) => filePlace(file).is === 'misplaced' && !told.has(file),
  );
  const folders = groupBy(misplaced, ({ file }) => wrongFolder(file, there));
  const stray = files.filter(({ file }) => filePlace(file).is === 'stray' && !told.has(file));
  const explained = new Set([...renamed.map(({ file }) => folderOf(file)), ...folders.keys()]);
  return [
    ...renamed,
    ...[...folders].map(([folder, within]) => misplacedProblem(folder, within)),
    ...stray.map(({ file }) => strayFile(file)),
    ...[...lacking]
      .filter(([folder]) => !explained.has(folder))
      .map(([folder, main]) => mainFileMissing(folder, main)),
  ];
}

/** Folders of standards and procedures in which the standard or procedure itself is missing. */
export function withoutMainFile(files: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const file of files) {
    const [procedure] = /^standards\/procedures\/[^/]+(?=\/)/.exec(file) ?? [];
    if (procedure !== undefined) folders.set(procedure, 'procedure.yaml');
    const [standard] =
      /^standards\/(?!parts\/|vocabulary\/|procedures\/)[^/]+(?=\/)/.exec(file) ?? [];
    if (standard !== undefined) folders.set(standard, 'standard.yaml');
  }
  return new Map([...folders].filter(([folder, main]) => !files.has(`${folder}/${main}`)));
}

/** A file that would be read if it were named otherwise. */
function renameProblem(
  { file, text }: NamedFile,
  there: ReadonlySet<string>,
  lacking: ReadonlyMap<string, string>,
): Problem | undefined {
  const place = filePlace(file);
  const folder = folderOf(file);
  if (place.is === 'misnamed') return wrongExtension(file, place.rightName);
  if (place.is === 'source' || place.is === 'rules' || text === undefined) return undefined;
  const holds = holdsOfText(text);
  if (holds === undefined) return undefined;
  const main = lacking.get(folder);
  if (main !== undefined && main.startsWith(`${holds.key}.`)) {
    return notReadByName(file, holds.key, main);
  }
  if (place.is === 'misplaced') return undefined;
  // Beside the file that is read, what an editor left there is no loss.
  const right = `${nameOf(file)
    .replace(/^[.#~]+|[#~]+$/g, '')
    .replace(/(\.ya?ml)?(\.[a-z]+)?$/i, '')}.yaml`;
  return there.has(`${folder}/${right}`) ? undefined : notReadByName(file, holds.key, right);
}

/** The outermost folder in which no file is read. */
function wrongFolder(file: string, there: ReadonlySet<string>): string {
  const parts = file.split('/');
  const isRead = (folder: string) =>
    [...there].some((other) => other.startsWith(`${folder}/`) && filePlace(other).is === 'source');
  for (let length = 2; length < parts.length - 1; length += 1) {
    const folder = parts.slice(0, length).join('/');
    if (!isRead(folder)) return folder;
  }
  return folderOf(file);
}

function misplacedProblem(folder: string, within: readonly NamedFile[]): Problem {
  const [first] = within as [NamedFile, ...NamedFile[]];
  if (within.length === 1) return misplacedFile(first.file, filePlaces);
  const name = nameOf(folder);
  const right = ['parts', 'vocabulary', 'procedures', 'scenarios'].find(
    (known) => name !== known && name.startsWith(known),
  );
  return misplacedFolder(folder, { count: within.length, right, places: filePlaces });
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);
