import type { JsonSchema } from '../../src/load/json-schema.ts';

/**
 * The words that the pattern of a limit allows: units, `at once`, `for`. The units of moments and spans in scenarios are
 * the simulator's own: they are no policy.
 */
export function patternWords({ pattern = '' }: JsonSchema): readonly string[] {
  if (!pattern.includes('|wd|')) return [];
  const units = /\((s\|[a-z|]+)\)/.exec(pattern)?.[1]?.split('|') ?? [];
  const phrases = [...pattern.matchAll(/(at once| for )/g)].map(([word]) => word.trim());
  return [...new Set([...units, ...phrases])];
}

/** Those of the words that a limit is written with. */
export function wordsOfLimit(limit: string): readonly string[] {
  const units = [...limit.matchAll(/[0-9]([a-z]+)/g)].map(([, unit = '']) => unit);
  const phrases = ['at once', 'for'].filter((word) => limit.split(' after ')[0]!.includes(word));
  return [...units, ...phrases];
}
