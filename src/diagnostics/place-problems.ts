import type { Diagnostic, DocumentPath, Problem, Range } from '../model/diagnostic.ts';

/** Finds the text of a key or a value; the nearest that exists where the path leads nowhere. */
export type Lookup = (file: string, path: DocumentPath, at: 'key' | 'value') => Range;

/** Looks up where each problem is, and brings them into the order of files and lines, each once. */
export function placeProblems(problems: readonly Problem[], lookup: Lookup): Diagnostic[] {
  const placed = problems.map((problem) => place(problem, lookup)).sort(byPlace);
  const seen = new Set<string>();
  return placed.filter((diagnostic) => {
    const key = JSON.stringify([
      diagnostic.file,
      diagnostic.range,
      diagnostic.code,
      diagnostic.about,
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

function place(problem: Problem, lookup: Lookup): Diagnostic {
  const { code, severity, message, help, about, file, path } = problem;
  const { at = 'value', range, related = [] } = problem;
  return {
    code,
    severity,
    message,
    ...(help && { help }),
    about,
    file,
    range: range ?? lookup(file, path, at),
    path,
    related: related.map((other) => ({
      file: other.file,
      range: lookup(other.file, other.path, 'value'),
      message: other.message,
    })),
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compare(a.code, b.code) ||
    compare(a.message.en, b.message.en)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
