/** A copy that was made of the whole system. */
export interface BackupRecord {
  readonly id: string;
  /** Wall time. */
  readonly made: number;
  /** Where it was put. */
  readonly folder: string;
}

/** The copies that were made: what is erased afterwards still stands in them. */
export interface Backups {
  /** The latest first. */
  all(): Promise<readonly BackupRecord[]>;
  add(backup: BackupRecord): Promise<void>;
  /** It was not made after all. */
  remove(id: string): Promise<void>;
}
