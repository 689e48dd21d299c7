import { sha256Hex } from '../../machine/sha256-hex.ts';

/** Draws a number from 0 up to 1, the same for the same words: what happens to a report does not hang on the others. */
export type Chance = (...about: readonly (string | number)[]) => number;

/** Chance by a seed. */
export const chanceOf =
  (seed: string): Chance =>
  (...about) =>
    Number.parseInt(sha256Hex(JSON.stringify([seed, ...about])).slice(0, 12), 16) / 2 ** 48;

/** One of several by weight. */
export function weighed(drawn: number, weights: Readonly<Record<string, number>>): string {
  const entries = Object.entries(weights);
  let rest = drawn * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    rest -= weight;
    if (rest < 0) return name;
  }
  return entries.at(-1)?.[0] ?? '';
}
