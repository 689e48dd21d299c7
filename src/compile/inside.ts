import type { ProblemPlace } from '../diagnostics/problem-place.ts';

/** The place of something inside something else. */
export function inside(
  { file, path }: ProblemPlace,
  ...keys: readonly (string | number)[]
): ProblemPlace {
  return { file, path: [...path, ...keys] };
}
