import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  anchor,
  controlCharacter,
  duplicateKeys,
  loneWord,
  notANumber,
  plainNumberWanted,
  reservedWord,
  tag,
} from '../diagnostics/yaml-problems.ts';
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
export function readNode(
  file: string,
  root: Node | null,
  { lines, text }: { readonly lines: LineCounter; readonly text: string },
): NodeReading {
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
    const problem = scalarProblem(node, { file, path }, text);
    if (problem) refuse(problem, path);
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
    // Keys that come again one after the other are those of an entry whose own line is missing.
    let again: { readonly first: ProblemPlace; readonly keys: string[] } | undefined;
    const tellAgain = () => {
      if (again) problems.push(duplicateKeys(again.first, again.keys));
      if (again) incomplete.push(path);
      again = undefined;
    };
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value ?? '');
      const place: ProblemPlace = { file, path: [...path, name], at: 'key', ...rangeOf(key) };
      if (Object.hasOwn(data, name)) {
        again ??= { first: place, keys: [] };
        again.keys.push(name);
        continue;
      }
      tellAgain();
      const problem = keyProblem(name, place, { map, value }) ?? escaped(key, place, text);
      if (problem) {
        problems.push(problem);
        incomplete.push(path);
      } else {
        refuseProperties(key, place.path);
        data[name] = read(value, place.path);
      }
    }
    tellAgain();
    return data;
  };

  const rangeOf = (node: Node | null) =>
    node?.range ? { range: offsetRange(lines, node.range[0], node.range[1]) } : {};

  return { value: read(root, []), problems: oneReferenceALine(problems), spoilt, incomplete };
}

function scalarProblem(scalar: Scalar, place: ProblemPlace, text: string): Problem | undefined {
  const { value, source = '' } = scalar;
  if (typeof value === 'number') return numberProblem(value, source, place);
  if (typeof value !== 'string') return undefined;
  if (reserved.has(value)) return reservedWord(place, value);
  return escaped(scalar, place, text);
}

/** Finds a control character that an escape makes. One that stands in the text itself is reported at its own place. */
function escaped(
  { value, range }: Pick<Scalar, 'value' | 'range'>,
  place: ProblemPlace,
  text: string,
): Problem | undefined {
  const written = range ? text.slice(range[0], range[1]) : '';
  const control = controls.exec(String(value))?.[0].codePointAt(0);
  return control === undefined || controls.test(written)
    ? undefined
    : controlCharacter(place, control);
}

function numberProblem(value: number, source: string, place: ProblemPlace): Problem | undefined {
  const isExact = Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (!isExact) return notANumber(place, source);
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(source)
    ? undefined
    : plainNumberWanted(place, source, String(value));
}

/** Controls but tabs and line breaks; what turns the direction of a text or is not seen; halves of a pair. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Cs}/u;

function keyProblem(
  name: string,
  place: ProblemPlace,
  { map, value }: { map: YAMLMap; value: unknown },
): Problem | undefined {
  if (name === '<<') return anchor(place, name);
  if (reserved.has(name)) return reservedWord(place, name);
  if (map.flow && value === null) return loneWord(place, name, fullWidthHelp(name));
  return undefined;
}

// A list of twenty aliases is one mistake.
function oneReferenceALine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number | undefined>();
  return problems.filter(({ about, range }) => {
    if (about.names[0]?.kind !== 'reference') return true;
    const line = range?.start.line;
    return !lines.has(line) && lines.add(line);
  });
}
