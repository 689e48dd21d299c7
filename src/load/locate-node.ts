import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { DocumentPath, Range } from '../model/diagnostic.ts';
import { offsetRange } from './offset-range.ts';

const start: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };

/** Where a key or a value stands; of a path that leads nowhere, the nearest that is there. */
export function locateNode(
  root: Node | null,
  path: DocumentPath,
  at: 'key' | 'value',
  lines: LineCounter,
): Range {
  if (!root) return start;
  let found: Found = { value: root };
  for (const [index, part] of path.entries()) {
    const next = child(found.value, part);
    if (!next) return rangeOf(found, index === 0 ? 'key' : at, lines);
    found = next;
  }
  return rangeOf(found, at, lines);
}

interface Found {
  readonly key?: Node;
  readonly value: unknown;
}

function child(node: unknown, part: string | number): Found | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { key: (pair as Pair<Node>).key, value: pair.value };
}

function rangeOf({ key, value }: Found, at: 'key' | 'value', lines: LineCounter): Range {
  const firstKey = isMap(value) ? (value.items[0]?.key as Node | undefined) : undefined;
  const order = at === 'key' ? [key ?? firstKey, value] : [value, key];
  for (const node of order) {
    const range = (node as Node | null | undefined)?.range;
    if (range && range[1] > range[0]) return offsetRange(lines, range[0], range[1]);
  }
  return start;
}
