import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../model/diagnostic.ts';
import { notUtf8, tooLarge, unreadable } from '../diagnostics/file-problems.ts';
import { errorCode } from './error-code.ts';

const bytesMax = 1024 * 1024;

/** The text of a file, or why there is none. A byte order mark is left out. */
export async function readText(
  root: string,
  file: string,
): Promise<{ readonly text: string } | { readonly problem: Problem }> {
  let bytes: Uint8Array;
  try {
    const path = join(root, file);
    if ((await stat(path)).size > bytesMax) return { problem: tooLarge(file, '1 MB') };
    bytes = await readFile(path);
  } catch (error) {
    return { problem: unreadable(file, errorCode(error)) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: notUtf8({ file, path: [], range: firstBadCharacter(bytes) }) };
  }
}

function firstBadCharacter(bytes: Uint8Array) {
  const before = new TextDecoder().decode(bytes).split('\u{FFFD}')[0] ?? '';
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return { start: { line, column }, end: { line, column: column + 1 } };
}
