import type { ProblemPlace } from '../diagnostics/problem-place.ts';

/** The same place, meaning the key and not what stands behind it. */
export function atKey(place: ProblemPlace): ProblemPlace {
  return { ...place, at: 'key' };
}
