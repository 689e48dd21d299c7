import { CsvError, parse, type Info } from 'csv-parse/sync';
import type { Text } from '../../model/text.ts';

/** A row of a CSV text and the lines it stands in, or why what begins there is none. */
export type CsvRow = { readonly line: number; readonly end: number } & (
  { readonly cells: readonly string[] } | { readonly reason: Text }
);

/**
 * Takes a CSV text apart as RFC 4180 has it: cells in quotes may hold commas, quotes (doubled) and line ends. Where the
 * quotes of a row do not pair, that row is bad and the next line begins a new one: what an open quote swallowed is not lost.
 */
export function parseCsv(text: string): readonly CsvRow[] {
  const bytes = new TextEncoder().encode(text);
  const rows: CsvRow[] = [];
  let [at, line] = [0, 1];
  while (at < bytes.length) {
    const begun = afterEmptyLines(bytes, at);
    line += begun.lines;
    const part = bytes.subarray(begun.at);
    const { taken, broken } = parsePart(part);
    let [from, first] = [0, line];
    for (const { cells, end } of taken) {
      const begin = afterEmptyLines(part, from);
      const lines = linesIn(part.subarray(begin.at, end));
      first += begin.lines;
      rows.push({ line: first, end: first + lines - 1, cells });
      [from, first] = [end, first + lines];
    }
    if (!broken) break;
    const begin = afterEmptyLines(part, from);
    const bad = first + begin.lines;
    rows.push({ line: bad, end: bad, reason: unpaired });
    const next = lineEnd(part, begin.at);
    [at, line] = [begun.at + next, bad + 1];
  }
  return rows.filter((row) => 'reason' in row || row.cells.some((cell) => cell.trim() !== ''));
}

const unpaired: Text = {
  zh: '引号没有成对；带引号的格内，引号要写两个',
  en: 'quotes are not in pairs: write a quote within a quoted cell twice',
};

interface Parsed {
  readonly taken: readonly { readonly cells: readonly string[]; readonly end: number }[];
  readonly broken: boolean;
}

function parsePart(bytes: Uint8Array): Parsed {
  const taken: { cells: readonly string[]; end: number }[] = [];
  try {
    parse(bytes, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: readonly string[], info: Info) => {
        taken.push({ cells, end: info.bytes });
        return null;
      },
    });
    return { taken, broken: false };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { taken, broken: true };
  }
}

const [lineFeed, carriageReturn] = [10, 13];

/** Where the line that holds a byte ends, its line end included. */
function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1;
  return at + (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 1);
}

function afterEmptyLines(bytes: Uint8Array, from: number) {
  let [at, lines] = [from, 0];
  while (bytes[at] === lineFeed || bytes[at] === carriageReturn) {
    at = lineEnd(bytes, at);
    lines += 1;
  }
  return { at, lines };
}

/** Lines in a row with its line end. */
function linesIn(bytes: Uint8Array): number {
  let [at, lines] = [0, 0];
  while (at < bytes.length) {
    at = lineEnd(bytes, at);
    lines += 1;
  }
  return lines;
}
