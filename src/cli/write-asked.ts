import { writeFile } from 'node:fs/promises';
import { WrongUse } from './wrong-use.ts';

/** Writes a file that the caller named. */
export async function writeAsked(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new WrongUse({ zh: `写不了 ${file}（${why}）`, en: `cannot write ${file} (${why})` });
  }
}
