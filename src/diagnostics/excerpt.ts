import type { Range } from '../model/diagnostic.ts';
import { displayWidth } from './display-width.ts';

const widthMax = 100;
const lead = 40;

/** The line a range starts on, and under it a caret for each column of the range; cut where it is long. */
export function excerpt(text: string, { start, end }: Range): readonly string[] {
  const line = visible(text.split('\n')[start.line - 1] ?? '');
  const from = Math.min(start.column - 1, line.length);
  const to =
    end.line === start.line ? Math.min(end.column - 1, line.length) : line.trimEnd().length;
  const cutFrom = displayWidth(line) <= widthMax || from <= lead ? 0 : from - lead;
  const before = (cutFrom > 0 ? '…' : '') + line.slice(cutFrom, from);
  const marked = clip(line.slice(from, to), widthMax - displayWidth(before));
  const after = clip(line.slice(to), widthMax - displayWidth(before + marked));
  const [number, gutter] = [String(start.line), ' '.repeat(String(start.line).length)];
  return [
    `${number} | ${before}${marked}${after}`.trimEnd(),
    `${gutter} | ${' '.repeat(displayWidth(before))}${'^'.repeat(Math.max(1, displayWidth(marked)))}`,
  ];
}

// The shown line must not move the cursor, and each character keeps its place.
const visible = (line: string) =>
  line
    .replace(/\r$/, '')
    .replaceAll('\t', ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\u{B7}');

function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let clipped = '';
  for (const character of text) {
    if (displayWidth(clipped + character) >= width) break;
    clipped += character;
  }
  return `${clipped}…`;
}
