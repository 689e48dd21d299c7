import { readFile } from 'node:fs/promises';
import { WrongUse } from './wrong-use.ts';

/** Reads a text file that the caller named. */
export const readAsked = async (file: string): Promise<string> =>
  new TextDecoder().decode(await readAskedBytes(file));

/** Reads a file that the caller named. */
export async function readAskedBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUse(
      code === 'ENOENT'
        ? { zh: `没有这个文件：${file}`, en: `no such file: ${file}` }
        : { zh: `读不了 ${file}（${code}）`, en: `cannot read ${file} (${code})` },
    );
  }
}
