import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';

/** How many items a list has, and the SHA-256 (hex) of its canonical JSON: what a signature covers in its place. */
export const partSum = (
  items: readonly unknown[],
): { readonly count: number; readonly sha256: string } => ({
  count: items.length,
  sha256: createHash('sha256').update(canonicalJson(items)).digest('hex'),
});
