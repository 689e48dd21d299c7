import type { FactValue } from '../../model/fact-value.ts';

/**
 * The procedures that incidents with the same answer share. Their ids are drawn by chance, as ids stand in the clear; which
 * answer one is for is told by a keyed digest alone, and by nothing once that is forgotten.
 */
export interface SharedProcedures {
  /** The id under one of the digests, else `fresh`, which is kept. One that was found by an old digest has the new one then. */
  idOf(wanted: WantedShared): Promise<string>;
  /** Rows whose digest was made by another key than this one, with the answer that they are for where it is still there. */
  madeByOthers(key: string): Promise<readonly OutdatedShared[]>;
  /** Puts another digest in place of one. */
  renew(row: SharedKey, digest: string): Promise<void>;
}

export interface SharedKey {
  readonly procedure: string;
  readonly digest: string;
}

export interface WantedShared {
  readonly procedure: string;
  /** The one by the key in use first. */
  readonly digests: readonly [string, ...string[]];
  readonly fresh: string;
  /** Where the answer stands. */
  readonly incident: string;
  readonly fact: string;
}

export interface OutdatedShared extends SharedKey {
  readonly value?: FactValue;
}
