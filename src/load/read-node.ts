import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml';
import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { anchor, duplicateKey, loneWord, reservedWord, tag } from '../diagnostics/yaml-problems.ts';
import { fullWidthHelp } from './full-width-help.ts';
import { offsetRange } from './offset-range.ts';

/** The plain data of a document, and what in it the language does not have. */
export interface NodeReading {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Values that are not what the author meant, because of one of the problems. */
  readonly spoilt: readonly DocumentPath[];
  /** Mappings of which a key was not understood: another one may seem to be missing. */
  readonly incomplete: readonly DocumentPath[];
}

/** Every object has them, so a lookup of such an id would find something that nobody wrote. */
const reserved: ReadonlySet<unknown> = new Set(['constructor', '__proto__']);

/** Turns a document into plain data: no references, no tags, every key once. */
export function readNode(file: string, root: Node | null, lines: LineCounter): NodeReading {
  const problems: Problem[] = [];
  const spoilt: DocumentPath[] = [];
  const incomplete: DocumentPath[] = [];

  const read = (node: unknown, path: DocumentPath): unknown => {
    if (isAlias(node)) {
      refuse(anchor({ file, path, ...rangeOf(node) }, `*${node.source}`), path);
      return null;
    }
    refuseProperties(node as Node | null, path);
    if (isSeq(node)) return node.items.map((item, index) => read(item, [...path, index]));
    if (isMap(node)) return readMap(node, path);
    if (!isScalar(node)) return null;
    if (reserved.has(node.value)) refuse(reservedWord({ file, path }, String(node.value)), path);
    return node.value;
  };

  const refuse = (problem: Problem, path: DocumentPath) => {
    problems.push(problem);
    spoilt.push(path);
  };

  const refuseProperties = (node: Node | null, path: DocumentPath) => {
    const { anchor: name, tag: type } = (node ?? {}) as { anchor?: string; tag?: string };
    const place = { file, path, ...rangeOf(node) };
    if (name !== undefined) problems.push(anchor(place, `&${name}`));
    if (type !== undefined) refuse(tag(place, type.replace('tag:yaml.org,2002:', '!!')), path);
  };

  const readMap = (map: YAMLMap, path: DocumentPath): Record<string, unknown> => {
    const data: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value ?? '');
      const place: ProblemPlace = { file, path: [...path, name], at: 'key', ...rangeOf(key) };
      const problem = keyProblem(name, place, { map, value, data });
      if (problem) {
        problems.push(problem);
        incomplete.push(path);
      } else {
        refuseProperties(key, place.path);
        data[name] = read(value, place.path);
      }
    }
    return data;
  };

  const rangeOf = (node: Node | null) =>
    node?.range ? { range: offsetRange(lines, node.range[0], node.range[1]) } : {};

  return { value: read(root, []), problems: oneReferenceALine(problems), spoilt, incomplete };
}

function keyProblem(
  name: string,
  place: ProblemPlace,
  { map, value, data }: { map: YAMLMap; value: unknown; data: object },
): Problem | undefined {
  if (name === '<<') return anchor(place, name);
  if (reserved.has(name)) return reservedWord(place, name);
  if (Object.hasOwn(data, name)) return duplicateKey(place, name);
  if (map.flow && value === null) return loneWord(place, name, fullWidthHelp(name));
  return undefined;
}

// A list of twenty aliases is one mistake.
function oneReferenceALine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number | undefined>();
  return problems.filter(({ code, range }) => {
    if (code !== referenceCode) return true;
    const line = range?.start.line;
    return !lines.has(line) && lines.add(line);
  });
}

const referenceCode = anchor({ file: '', path: [] }, '').code;
