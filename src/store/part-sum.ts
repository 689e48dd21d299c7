import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';

/** The number of items of a list and the SHA-256 (hex) of its canonical JSON: a signature covers them in its place. */
export const partSum = (
  items: readonly unknown[],
): { readonly count: number; readonly sha256: string } => ({
  count: items.length,
  sha256: createHash('sha256').update(canonicalJson(items)).digest('hex'),
});
