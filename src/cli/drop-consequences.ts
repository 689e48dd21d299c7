import type { SourceFile } from '../load/source-file.ts';
import type { Problem } from '../model/diagnostic.ts';

/**
 * The problems of compiling that are no consequences of files that were left out of it: a standard with a misspelt key
 * is still there, and who names it has made no mistake. What such a file would have defined is not called unknown.
 */
export function dropConsequences(
  problems: readonly Problem[],
  leftOut: readonly SourceFile[],
): readonly Problem[] {
  if (leftOut.length === 0) return problems;
  const defined = new Set(leftOut.flatMap(namesOf));
  return problems.filter(({ message }) =>
    [...message.en.matchAll(/`([^`]*)`/g)].every(([, word = '']) => !defined.has(word)),
  );
}

function namesOf({ kind, id, value }: SourceFile): readonly string[] {
  const own = id === undefined ? [] : [id.text];
  // Others name what is inside of these two: words, steps, facts, anchors.
  return kind === 'vocabulary' || kind === 'part' ? [...own, ...wordsIn(value)] : own;
}

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsIn(inner)]);
}
