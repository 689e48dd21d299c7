import type { Instant } from '../../model/instant.ts';

/** Which files belong to which incident. Their bytes lie in a folder, once each, under their hash. */
export interface Files {
  /**
   * Notes that a file belongs to an incident; the same file again is the same one. `false` where the incident's files
   * would come to more than it may have.
   */
  note(file: FileRecord, most: FileSum): Promise<boolean>;
  /** The sum of an incident's files. */
  sumOf(incident: string): Promise<FileSum>;
  find(incident: string, sha256: string): Promise<FileRecord | undefined>;
  /** Oldest first. */
  of(incident: string): Promise<readonly FileRecord[]>;
}

/** The number of files, and of bytes in all of them together. */
export interface FileSum {
  readonly bytes: number;
  readonly files: number;
}

export interface FileRecord {
  readonly incident: string;
  readonly sha256: string;
  /** As the device called it; it may name a person, so it is kept here and never in the log. */
  readonly name?: string;
  /** A media type such as `image/jpeg`, found in its bytes where they tell it. */
  readonly type: string;
  readonly size: number;
  readonly by: string;
  readonly at: Instant;
}
