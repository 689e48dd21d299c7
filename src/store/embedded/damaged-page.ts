import { closeSync, existsSync, fstatSync, openSync, readSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWholePage, pageBytes } from './page-checksum.ts';

/** A page that is not as the database wrote it. */
export interface DamagedPage {
  readonly file: string;
  readonly page: number;
}

// The files of tables and indexes, with their maps, in segments of 1 GB.
const relation = /^[0-9]+(?:_[a-z]+)?(?:\.(?<segment>[0-9]+))?$/u;
const pagesOfSegment = 131_072;

// PostgreSQL numbers what is not its own from here on.
const ownFrom = 16_384;

// A page that is being written while it is read may be half of each. Writing takes far less than that.
const readAgainMax = 5;
const readAgainMilliseconds = 200;

/**
 * Looks through all tables and indexes of an embedded database for a page that was changed outside of it. The database
 * may be open, and has to have been since it was killed: what a power cut tore is mended when it is opened.
 */
export async function damagedPage(folder: string): Promise<DamagedPage | undefined> {
  for (const inFolder of ['global', ...databases(folder)]) {
    for (const name of readdirSync(join(folder, inFolder))) {
      const match = relation.exec(name);
      if (match === null) continue;
      const first = Number(match.groups?.['segment'] ?? 0) * pagesOfSegment;
      const file = join(folder, inFolder, name);
      const page = await damagedIn(file, first);
      if (page !== undefined) return { file, page };
    }
  }
  return undefined;
}

const databases = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'base'))
    .filter((name) => /^[0-9]+$/u.test(name))
    .map((name) => join('base', name));

async function damagedIn(file: string, first: number): Promise<number | undefined> {
  let damaged = firstDamaged(file, first);
  for (let tried = 0; damaged !== undefined && tried < readAgainMax; tried += 1) {
    await sleep(readAgainMilliseconds);
    damaged = firstDamaged(file, first);
  }
  return damaged;
}

// The file of a table that is not one of the system's, by its number and by pages without a part of an index's own. A
// page is added to the end of such a table and filled at once: one of zeros before another was wiped. Elsewhere a crash
// may leave such pages.
const isOwnTable = (file: string, words: Int32Array): boolean => {
  const [, number] = /^(\d+)(?:\.\d+)?$/u.exec(basename(file)) ?? [];
  const special = (words[4]! & 0xffff) >>> 0;
  return Number(number) >= ownFrom && special === pageBytes;
};

function firstDamaged(file: string, first: number): number | undefined {
  // Tables come and go while the database is open.
  if (!existsSync(file)) return undefined;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const words = new Int32Array(pageBytes / 4);
    let empty: number | undefined;
    for (let page = 0; page * pageBytes < size; page += 1) {
      const read = readSync(handle, words, 0, pageBytes, page * pageBytes);
      if (read < pageBytes || !isWholePage(words, first + page)) return first + page;
      if (words.every((word) => word === 0)) empty ??= first + page;
      else if (empty !== undefined && isOwnTable(file, words)) return empty;
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}
