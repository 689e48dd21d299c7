/** A row of a CSV text and the line it begins in. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Takes a CSV text apart as RFC 4180 has it: cells in quotes may hold commas, quotes (doubled) and line ends. */
export function parseCsv(text: string): readonly CsvRow[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|\r|$)/y;
  const source = text.replace(/^\u{FEFF}/u, '');
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let [line, begins] = [1, 1];
  while (cell.lastIndex < source.length) {
    const at = cell.lastIndex;
    const match = cell.exec(source);
    if (!match) {
      // A quote within a cell that is not quoted: the rest of the line is one cell.
      const end = /\r?\n|\r|$/g;
      end.lastIndex = at;
      const stop = end.exec(source)?.index ?? source.length;
      cells.push(source.slice(at, stop));
      cell.lastIndex = Math.min(source.length, stop + (source.startsWith('\r\n', stop) ? 2 : 1));
      rows.push({ line: begins, cells });
      [cells, line] = [[], line + 1];
      begins = line;
      continue;
    }
    const [whole, quoted, plain = '', end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split(/\r?\n|\r/).length - 1;
    if (end === ',' && cell.lastIndex < source.length) continue;
    if (end === ',') cells.push('');
    rows.push({ line: begins, cells });
    [cells, begins] = [[], line];
  }
  return rows.filter((row) => row.cells.some((each) => each.trim() !== ''));
}
