import type { FactValue } from '../model/fact-value.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256Hex } from './sha256-hex.ts';

/**
 * The commitment that stands in the log for a personal value. Whoever has the salt and the value can check it, and it
 * tells nothing once they are erased. Each fact of an act has a salt of its own, derived from the act's.
 */
export const commit = (
  salt: string,
  fact: string,
  value: FactValue,
): { readonly commitment: string; readonly salt: string } => {
  const own = sha256Hex(`${salt}:${fact}`);
  return { commitment: sha256Hex(`${own}:${canonicalJson(value)}`), salt: own };
};
