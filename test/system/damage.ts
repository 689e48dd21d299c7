import { closeSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Writes over the page in the middle of a file. */
export function damage(file: string, pageBytes: number): void {
  const page = Math.floor(statSync(file).size / pageBytes / 2);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(pageBytes, 0x5a), 0, pageBytes, page * pageBytes);
  closeSync(handle);
}

/** The largest file of a folder. */
export const largestIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort((one, two) => statSync(two).size - statSync(one).size)[0] ?? '';
