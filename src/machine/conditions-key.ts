import type { Condition } from '../model/condition.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256Hex } from './sha256-hex.ts';

const known = new WeakMap<readonly Condition[], string>();

/** Names a list of conditions by its content, so that what was made ready for it can be used again and for no other. */
export const conditionsKey = (conditions: readonly Condition[]): string => {
  const kept = known.get(conditions);
  if (kept !== undefined) return kept;
  const key = sha256Hex(canonicalJson(conditions)).slice(0, 32);
  known.set(conditions, key);
  return key;
};
