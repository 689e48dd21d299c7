import { parseYaml } from '../../load/parse-yaml.ts';
import { asReadReport } from './as-read-report.ts';
import type { ReadReport } from './read-report.ts';

/** A report a line, as JSON. Empty lines are passed over. */
export function readJsonlReports(file: string, text: string): readonly ReadReport[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(file, line, index + 1)]));
}

function readLine(file: string, text: string, line: number): ReadReport {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { line, reason: { zh: `不是 JSON：${why}`, en: `no JSON: ${why}` } };
  }
  // Of a key that is named twice JSON.parse keeps the last. JSON is YAML too, whose parser tells and knows every place.
  const parsed = () => parseYaml(file, text);
  if (keysWritten(text) !== keysOf(value)) {
    const [twice] = parsed().problems.filter(({ severity }) => severity === 'error');
    if (twice) return { line, ...columnOf(twice.range), reason: twice.message };
  }
  return asReadReport((path, at) => ({ line, ...columnOf(parsed().locate(path, at)) }), value);
}

const columnOf = (range: { readonly start: { readonly column: number } } | undefined) =>
  range ? { column: range.start.column } : {};

// A string before a colon is a key.
const keysWritten = (json: string): number =>
  [...json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gu)].filter(([, colon]) => colon !== undefined)
    .length;

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, each) => sum + keysOf(each), own);
}
