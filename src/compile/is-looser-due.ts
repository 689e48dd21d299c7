import { canonicalJson } from '../model/canonical-json.ts';
import type { DueSource } from '../model/source/due-source.ts';
import { lengthOfLimit } from '../procedure/length-of-limit.ts';
import { parseLimit } from './parse-limit.ts';
import { shortDue } from './short-due.ts';

/**
 * True where a due may end later than the one before. Limits from different anchors cannot be compared, and count as
 * looser; tables by the same facts are compared cell by cell, others by their strictest and laxest cells.
 */
export function isLooserDue(before: DueSource, after: DueSource): boolean {
  const [a, b] = [readDue(before), readDue(after)];
  if (a.anchor !== b.anchor) return true;
  if (canonicalJson(a.by) === canonicalJson(b.by)) {
    return [...b.cells].some(([cell, length]) => length > (a.cells.get(cell) ?? Infinity));
  }
  return Math.max(...b.cells.values()) > Math.min(...a.cells.values());
}

function readDue(source: DueSource) {
  const short = shortDue(source);
  if (short) return { anchor: short.after, by: [], cells: new Map([['', lengthOf(short.within)]]) };
  const { within, after, custody: _custody, basis: _basis, by = [], ...rows } = fullDue(source);
  const cells = within === undefined ? cellsOf(rows) : [['', within] as const];
  return {
    anchor: after,
    by,
    cells: new Map(cells.map(([cell, limit]) => [cell, lengthOf(limit)])),
  };
}

function fullDue(source: DueSource): Exclude<DueSource, string> {
  if (typeof source === 'string') throw new Error('a short due was read already');
  return source;
}

function cellsOf(rows: Readonly<Record<string, unknown>>, row = ''): [string, string][] {
  return Object.entries(rows).flatMap(([value, cell]) =>
    typeof cell === 'string'
      ? [[`${row}/${value}`, cell]]
      : cellsOf(cell as Readonly<Record<string, unknown>>, `${row}/${value}`),
  );
}

const lengthOf = (text: string) => lengthOfLimit(parseLimit(text));
