import { asReadReport } from './as-read-report.ts';
import { parseCsv } from './parse-csv.ts';
import type { ReadReport } from './read-report.ts';
import { reportKeys } from './told-report.ts';

/**
 * A header, then a report a row. Columns named as the keys of a report go there, `reporter-name` and `reporter-phone` to
 * the reporter, every other column is a confirmed fact. An empty cell is nothing; a number is a number in facts only.
 */
export function readCsvReports(text: string): readonly ReadReport[] {
  const [header, ...rows] = parseCsv(text);
  if (!header) return [];
  const names = header.cells.map((name) => name.trim());
  return rows.map(({ line, cells }): ReadReport => {
    if (cells.length !== names.length) {
      return {
        line,
        reason: {
          zh: `有 ${cells.length} 格，表头有 ${names.length} 格`,
          en: `has ${cells.length} cells, the header has ${names.length}`,
        },
      };
    }
    return asReadReport(line, fromCells(names, cells));
  });
}

function fromCells(names: readonly string[], cells: readonly string[]): unknown {
  const report: Record<string, unknown> = {};
  const reporter: Record<string, string> = {};
  const confirmed: Record<string, string | number> = {};
  for (const [index, name] of names.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') continue;
    if (name === 'reporter-name') reporter['name'] = cell;
    else if (name === 'reporter-phone') reporter['phone'] = cell;
    else if ((reportKeys as readonly string[]).includes(name)) report[name] = cell;
    else confirmed[name] = /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
  }
  return {
    report: { ...report, ...(Object.keys(reporter).length > 0 && { reporter }) },
    confirmed,
  };
}
