import type { Instant } from '../../model/instant.ts';

/** That something is new in the store. Without incident, report and standing anything may be: read all again. */
export interface Change {
  readonly at: Instant;
  readonly incident?: string;
  readonly report?: string;
  /** Somebody was told something. */
  readonly noticed: boolean;
  /** The person whose sessions may have ended, or whose rights may be others now; `*` is anybody. */
  readonly standing?: string;
  /** The first entry of the log that is new. */
  readonly from?: number;
}

export type ChangeListener = (change: Change) => void;
