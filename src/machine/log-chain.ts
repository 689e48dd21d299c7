import type { LogEntry } from '../model/log-entry.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { sha256Hex } from './sha256-hex.ts';

/** The hash that the first entry of a chain points back to. */
export const chainStart = '0'.repeat(64);

/** An entry before it is chained. */
export type LogDraft = Omit<LogEntry, 'seq' | 'previous' | 'hash'>;

/** The end of a chain: the number and hash of its last entry. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** The hash of an entry: SHA-256 over its canonical JSON without `hash`. */
export const hashEntry = (entry: Omit<LogEntry, 'hash'>): string => sha256Hex(canonicalJson(entry));

/** Chains drafts onto a head: numbers them, links each to the one before, and gives the new head. */
export const chainEntries = (
  head: ChainHead,
  drafts: readonly LogDraft[],
): { readonly head: ChainHead; readonly entries: readonly LogEntry[] } => {
  const entries: LogEntry[] = [];
  let { seq, hash } = head;
  for (const draft of drafts) {
    seq += 1;
    const linked = { ...draft, seq, previous: hash };
    hash = hashEntry(linked);
    entries.push({ ...linked, hash });
  }
  return { head: { seq, hash }, entries };
};
