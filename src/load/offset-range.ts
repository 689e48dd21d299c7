import type { LineCounter } from 'yaml';
import type { Position, Range } from '../model/diagnostic.ts';

/** Lines and columns of a stretch of text; at least one character, so that there is something to point at. */
export function offsetRange(lines: LineCounter, from: number, to: number = from + 1): Range {
  return { start: position(lines, from), end: position(lines, Math.max(to, from + 1)) };
}

function position(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
