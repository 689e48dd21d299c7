import type { Problem, Range } from '../model/diagnostic.ts';
import { hiddenCharacter, mergeMarker } from '../diagnostics/yaml-problems.ts';

const marker = /^(<{7}|={7}|>{7}|\|{7})( |$)/;
// Controls, zero-width and direction marks, other line ends: all may hide what a text says.
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

const hiddenMax = 10;

/** Merge conflicts: with one left in it, a text is not worth parsing. */
export function mergeMarkers(file: string, text: string): Problem[] {
  if (!/^<{7}( |$)|^>{7}( |$)/m.test(text)) return [];
  return text.split(/\r?\n/).flatMap((line, index) => {
    const found = marker.exec(line);
    return found ? [mergeMarker({ file, path: [], range: inLine(index + 1, 1, line.length) })] : [];
  });
}

/** Characters that nobody sees. */
export function hiddenCharacters(file: string, text: string): Problem[] {
  const problems: Problem[] = [];
  for (const match of text.matchAll(hidden)) {
    if (problems.length === hiddenMax) break;
    const before = text.slice(0, match.index);
    const line = before.split('\n').length;
    const range = inLine(line, match.index - before.lastIndexOf('\n'), 1);
    problems.push(hiddenCharacter({ file, path: [], range }, match[0].codePointAt(0)!));
  }
  return problems;
}

const inLine = (line: number, column: number, length: number): Range => ({
  start: { line, column },
  end: { line, column: column + Math.max(length, 1) },
});
