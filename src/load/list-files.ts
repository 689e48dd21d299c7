import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../model/diagnostic.ts';
import { folderForFile, notFollowed, unreadable } from '../diagnostics/file-problems.ts';
import { errorCode } from './error-code.ts';

/** The files that were found, and the problems of those that could not be looked at. */
export interface Listing {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** All files below a folder of the root, as paths from the root with `/`, sorted; hidden folders are left out. */
export async function listFiles(root: string, folder: string): Promise<Listing> {
  let entries;
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    return { files: [], problems: [unreadable(folder, errorCode(error))] };
  }
  const listings = await Promise.all(
    entries.map(async (entry): Promise<Listing> => {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) return nothing;
      if (entry.isDirectory() && /\.ya?ml$/i.test(entry.name)) {
        return { files: [], problems: [folderForFile(path)] };
      }
      if (entry.isDirectory()) return listFiles(root, path);
      // A link to a folder could lead around in a circle.
      return entry.isFile() || (await isFile(join(root, path)))
        ? { files: [path], problems: [] }
        : { files: [], problems: [notFollowed(path)] };
    }),
  );
  return {
    files: listings.flatMap(({ files }) => files).sort(),
    problems: listings.flatMap(({ problems }) => problems),
  };
}

const nothing: Listing = { files: [], problems: [] };

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
