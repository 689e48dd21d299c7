import type { Instant } from '../../model/instant.ts';

/** The API's own chained log: refusals, readings of protected data, sign-ins. */
export interface ApiLog {
  append(kind: string, data: unknown, at: Instant): Promise<ApiLogEntry>;
  /** Oldest first; `from` is the first seq wanted. */
  read(narrow?: {
    readonly from?: number;
    readonly limit?: number;
  }): Promise<readonly ApiLogEntry[]>;
  /** The seq of the first entry that is not as it was written, if any. */
  brokenAt(): Promise<number | undefined>;
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
