import { readFile } from 'node:fs/promises';
import { WrongUse } from './wrong-use.ts';

/** Reads a file that the caller named. */
export async function readAsked(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUse(
      code === 'ENOENT'
        ? { zh: `没有这个文件：${file}`, en: `no such file: ${file}` }
        : { zh: `读不了 ${file}（${code}）`, en: `cannot read ${file} (${code})` },
    );
  }
}
