import { chainStart, chainedHash } from './chained-hash.ts';

/** A part of a chain: of an incident's log, or of the API's own. */
export interface ChainedEntry {
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

/** The flaw of the first entry that is not as it was written. */
export interface ChainBreak {
  readonly seq: number;
  readonly what: 'missing' | 'altered' | 'unlinked';
}

/**
 * Checks entries against the entry before them (none: they begin the chain). `missing`: the number does not follow;
 * `unlinked`: it does not point to the one before; `altered`: its content is not what was hashed.
 */
export function verifyChain(
  entries: readonly ChainedEntry[],
  before: { readonly seq: number; readonly hash: string } = { seq: 0, hash: chainStart },
): ChainBreak | undefined {
  let { seq, hash } = before;
  for (const entry of entries) {
    seq += 1;
    if (entry.seq !== seq) return { seq, what: 'missing' };
    if (entry.previous !== hash) return { seq, what: 'unlinked' };
    if (chainedHash(entry) !== entry.hash) return { seq, what: 'altered' };
    hash = entry.hash;
  }
  return undefined;
}
