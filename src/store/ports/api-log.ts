import type { Instant } from '../../model/instant.ts';
import type { ChainBreak } from '../verify-chain.ts';

/** The API's own chained log: refusals, readings of protected data, sign-ins. */
export interface ApiLog {
  append(kind: string, data: unknown, at: Instant): Promise<ApiLogEntry>;
  /** Oldest first; `from` is the first seq wanted. */
  read(narrow?: {
    readonly from?: number;
    readonly limit?: number;
  }): Promise<readonly ApiLogEntry[]>;
  /** Where it ends; 0 and 64 zeros where nothing was written yet. */
  head(): Promise<{ readonly seq: number; readonly hash: string }>;
  /** The flaw of the first entry that is not as it was written, of all or of those after a seq up to another. */
  brokenAt(range?: {
    readonly after?: number;
    readonly to?: number;
  }): Promise<ChainBreak | undefined>;
}

export interface ApiLogEntry {
  readonly seq: number;
  readonly at: Instant;
  readonly kind: string;
  readonly data: unknown;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 (hex) of the canonical JSON of this entry without `hash`. */
  readonly hash: string;
}
