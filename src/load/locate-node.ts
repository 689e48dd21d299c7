import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLMap } from 'yaml';
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
  const pair = pairsOf(node).get(String(part));
  return pair && { key: pair.key, value: pair.value };
}

const known = new WeakMap<YAMLMap, ReadonlyMap<string, Pair<Node>>>();

/** The pairs of a mapping by key, of one key the first: to look through all for each would take the square of them. */
function pairsOf(map: YAMLMap): ReadonlyMap<string, Pair<Node>> {
  const found = known.get(map);
  if (found) return found;
  const pairs = new Map<string, Pair<Node>>();
  for (const pair of map.items as Pair<Node>[]) {
    const { key } = pair;
    if (isScalar(key) && !pairs.has(String(key.value))) pairs.set(String(key.value), pair);
  }
  known.set(map, pairs);
  return pairs;
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
