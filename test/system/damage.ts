import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Writes over the page in the middle of a file, with nonsense or with zeros. */
export function damage(file: string, pageBytes: number, byte = 0x5a): void {
  const page = Math.floor(statSync(file).size / pageBytes / 2);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(pageBytes, byte), 0, pageBytes, page * pageBytes);
  closeSync(handle);
}

/** The largest file of a folder, of those with such a name. */
export const largestIn = (folder: string, named = /./u): string =>
  readdirSync(folder)
    .filter((name) => named.test(name))
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort((one, two) => statSync(two).size - statSync(one).size)[0] ?? '';
