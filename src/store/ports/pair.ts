/**
 * Says which database and which histories belong together, and how far both had come. It stands on both sides: an
 * older copy of one has an older mark than the other.
 */
export interface PairMark {
  /** Of which pair it is: another after each restore. */
  readonly epoch: string;
  /** Each mark has the next. */
  readonly generation: number;
  /** Wall time at which it was made. */
  readonly at: number;
  readonly incidents: number;
  readonly entries: number;
}

/** The mark as the database has it. */
export interface StoredPair {
  readonly mark: PairMark;
  /**
   * Marks that the histories may still have instead, as the database has its mark first; empty where they had none.
   * Absent once the histories have the same.
   */
  readonly previous?: readonly PairMark[];
}
