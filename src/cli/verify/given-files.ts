import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { WrongUse } from '../wrong-use.ts';

/** A file that lies beside a dossier, with the hash of what is in it now. */
export interface GivenFile {
  readonly path: string;
  readonly sha256: string;
}

/** The files in a folder and below it, hidden ones and those named apart. */
export async function givenFiles(
  folder: string,
  apart: readonly string[],
): Promise<readonly GivenFile[]> {
  const others = new Set(apart.map((path) => resolve(path)));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new WrongUse({
      zh: `读不了文件夹 ${folder}`,
      en: `cannot read the folder ${folder}`,
    });
  });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !others.has(resolve(path)));
  const given: GivenFile[] = [];
  for (const path of paths.sort()) {
    given.push({ path: relative(folder, path), sha256: await hashOf(path) });
  }
  return given;
}

// A clip is larger than what one wants in memory.
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
