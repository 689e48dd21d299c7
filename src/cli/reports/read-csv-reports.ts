import type { FactKinds } from './fact-kinds.ts';
import { asReadReport } from './as-read-report.ts';
import { headerFault, ownColumns } from './csv-header.ts';
import { parseCsv, type CsvRow } from './parse-csv.ts';
import type { ReadReport } from './read-report.ts';

/**
 * A header, then a report a row. Columns named as the keys of a report go there, `reporter-name` and `reporter-phone` to
 * the reporter, `event` says what it tells of, every other column is a confirmed fact. An empty cell is nothing.
 */
export function readCsvReports(text: string, kinds: FactKinds): readonly ReadReport[] {
  const [header, ...rows] = parseCsv(text);
  if (!header) return [];
  if ('reason' in header) return [header];
  const names = header.cells.map((name) => name.trim());
  const reason = headerFault(names);
  if (reason) return [{ line: header.line, reason }];
  return rows.map((row): ReadReport => {
    if ('reason' in row) return row;
    const { line, cells } = row;
    return cells.length === names.length
      ? asReadReport(() => ({ line }), fromCells(names, cells, kinds))
      : { line, reason: wrongCount(row, names.length) };
  });
}

function wrongCount({ cells, line, end }: Extract<CsvRow, { cells: unknown }>, wanted: number) {
  const until =
    end > line ? { zh: `（到第 ${end} 行）`, en: ` (to line ${end})` } : { zh: '', en: '' };
  return {
    zh: `有 ${cells.length} 格${until.zh}，表头有 ${wanted} 格`,
    en: `has ${cells.length} cells${until.en}, the header has ${wanted}`,
  };
}

function fromCells(names: readonly string[], cells: readonly string[], kinds: FactKinds): unknown {
  const report: Record<string, unknown> = {};
  const reporter: Record<string, string> = {};
  const confirmed: Record<string, string | number> = {};
  let event: string | undefined;
  for (const [index, name] of names.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') continue;
    if (name === 'reporter-name') reporter['name'] = cell;
    else if (name === 'reporter-phone') reporter['phone'] = cell;
    else if (name === 'event') event = cell;
    else if (ownColumns.includes(name)) report[name] = cell;
    else confirmed[name] = answerOf(cell, kinds.get(name));
  }
  return {
    report: { ...report, ...(Object.keys(reporter).length > 0 && { reporter }) },
    confirmed,
    ...(event !== undefined && { event }),
  };
}

// A cell has no kind of its own: the fact has. Of one that is not known only what reads back the same is a number.
function answerOf(cell: string, kind: string | undefined): string | number {
  const isNumber =
    kind === 'number'
      ? /^-?\d+(\.\d+)?$/u.test(cell)
      : kind === undefined && String(Number(cell)) === cell && Number.isFinite(Number(cell));
  return isNumber ? Number(cell) : cell;
}
