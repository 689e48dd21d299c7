import type { Instant } from '../../model/instant.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { LogEntry, PersonalValue } from '../../model/log-entry.ts';
import type { SignedReceipt } from '../../model/signed-receipt.ts';
import type { Until } from './until.ts';

/** The chained logs of the incidents, what is personal in them, and the receipts. */
export interface Log {
  /**
   * Writes entries with their projections in one transaction. Entries that are stored already are passed over;
   * one that differs from the stored one, or breaks the chain, throws. Entries beyond the next are not written:
   * `gap` says which is the last stored one. Who does not wait until they are on the disk has to before relying on it.
   */
  append(batch: LogBatch, until?: Until): Promise<LogAppending>;
  /** 0 where there is none. */
  lastSeq(incident: string): Promise<number>;
  /** The number of logs, and of the entries in all of them. */
  extent(): Promise<{ readonly incidents: number; readonly entries: number }>;
  /** Where logs end: those of some incidents, or all. */
  heads(incidents?: readonly string[]): Promise<readonly LogHead[]>;
  /** The hashes that entries of logs have, in the order of the points; nothing where there is no such entry. */
  hashesAt(points: readonly LogPoint[]): Promise<readonly (string | undefined)[]>;
  /** Oldest first; `from` is the first seq wanted. */
  of(incident: string, from?: number): Promise<readonly LogEntry[]>;
  receipt(incident: string, act: string): Promise<SignedReceipt | undefined>;
  /** All receipts of an incident, in the order of their acts. */
  receipts(incident: string): Promise<readonly SignedReceipt[]>;
  /** Personal values in clear, by commitment; erased ones are missing. Reading them belongs into the API's log. */
  personal(incident: string): Promise<Readonly<Record<string, PersonalValue>>>;
  /** Makes the projections of one incident or of all again from the log; says of how many incidents. */
  rebuild(incident?: string): Promise<number>;
}

/** An entry of a log by its number. */
export interface LogPoint {
  readonly incident: string;
  readonly seq: number;
}

/** The last entry of a log. */
export interface LogHead extends LogPoint {
  readonly hash: string;
}

export interface LogBatch {
  readonly incident: string;
  /** Contiguous, ascending. */
  readonly entries: readonly LogEntry[];
  readonly personal: readonly PersonalValue[];
  /** Kept for ever, unique by act; the first one stays. */
  readonly receipts?: readonly SignedReceipt[];
}

export type LogAppending =
  | { readonly written: true; readonly fresh: number; readonly last: number }
  | { readonly written: false; readonly code: 'gap'; readonly last: number };

/** The present answer to a fact. */
export interface AnswerRecord {
  readonly fact: string;
  /** Absent where it is personal: look it up by `commitment`. */
  readonly value?: FactValue;
  readonly commitment?: string;
  readonly corrected: boolean;
  readonly at: Instant;
  readonly by?: string;
}
