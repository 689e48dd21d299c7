import { fullWidth, brokenYaml, tabIndent } from '../diagnostics/yaml-problems.ts';
import type { DocumentPath, Position, Problem, Range } from '../model/diagnostic.ts';
import { filePlace } from './file-place.ts';
import { plainLineEnds } from './line-ends.ts';
import type { Loss } from './loss.ts';
import { mendText, type FlawsOf, type MendedLine } from './mend-text.ts';
import { parseYaml } from './parse-yaml.ts';
import { judgeSource, readSource } from './read-source.ts';
import type { SourceFile } from './source-file.ts';
import { mergeMarkers } from './text-problems.ts';

/** One file taken by itself: its data if any could be made out, and all that is wrong with its text and shape. */
export interface LoadedText {
  readonly text: string;
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  readonly loss?: Loss;
  readonly locate: (path: DocumentPath, at: 'key' | 'value') => Range;
}

/** Reads a text as the file it is to become. Needs no disk: an editor may ask it at every pause. Never throws. */
export function loadText(file: string, written: string): LoadedText {
  const ends = plainLineEnds(file, written);
  const place = filePlace(file);
  const first = read(ends.text, ends.problems);
  if (first.problems.length === ends.problems.length) return first;
  if (mergeMarkers(file, written).length > 0) return first;
  const mended = mendText(ends.text, flawsOf);
  if (mended.lines.length === 0) return first;
  const problems = [...ends.problems, ...mended.lines.map((line) => mendedProblem(file, line))];
  return asWritten(read(mended.text, problems), ends.text);

  function read(text: string, before: readonly Problem[]): LoadedText {
    const parsed = parseYaml(file, text);
    const { locate } = parsed;
    const all = { ...parsed, problems: [...before, ...parsed.problems] };
    return { text, locate, ...readSource(all, place) };
  }

  function flawsOf(text: string): ReturnType<FlawsOf> {
    const parsed = parseYaml(file, text);
    const { locate } = parsed;
    return judgeSource(parsed, place)
      .problems.map(({ range, path, at = 'value' }) => (range ?? locate(path, at)).start.line)
      .sort((a, b) => a - b);
  }
}

/** Excerpts show what was written, and a mended line may be longer than that. */
function asWritten(loaded: LoadedText, text: string): LoadedText {
  const lines = text.split('\n');
  const within = ({ line, column }: Position): Position => ({
    line,
    column: Math.min(column, (lines[line - 1] ?? '').length + 1),
  });
  const clipped = ({ start, end }: Range): Range => {
    const from = within(start);
    const to = within(end);
    const isEmpty = to.line === from.line && to.column <= from.column;
    return { start: from, end: isEmpty ? { line: from.line, column: from.column + 1 } : to };
  };
  return {
    ...loaded,
    text,
    problems: loaded.problems.map((problem) =>
      problem.range ? { ...problem, range: clipped(problem.range) } : problem,
    ),
    locate: (path, at) => clipped(loaded.locate(path, at)),
  };
}

function mendedProblem(file: string, { line, column, why }: MendedLine): Problem {
  const start = { line, column };
  const place = { file, path: [], range: { start, end: { line, column: column + 1 } } };
  switch (why.kind) {
    case 'tab':
      return tabIndent(place);
    case 'wide':
      return fullWidth(place, why.signs);
    case 'broken':
      return brokenYaml(place, why.help);
  }
}
