import { createHash } from 'node:crypto';
import { canonicalJson } from '../model/canonical-json.ts';

/** The `previous` of the first entry of a chain. */
export const chainStart = '0'.repeat(64);

/** The hash of a chained entry: SHA-256 (hex) of its canonical JSON without `hash`. */
export function chainedHash(entry: object): string {
  const { hash: _hash, ...rest } = entry as { readonly hash?: string };
  return createHash('sha256').update(canonicalJson(rest)).digest('hex');
}
