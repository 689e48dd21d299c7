import type { Instant } from '../../model/instant.ts';

/** Which files belong to which incident. Their bytes lie in a folder, once each, under their hash. */
export interface Files {
  /**
   * Notes that a file belongs to an incident; the same file again is the same one. `false` where the incident's files
   * would come to more than `bytesMax`.
   */
  note(file: FileRecord, bytesMax: number): Promise<boolean>;
  /** How many bytes an incident's files come to. */
  bytesOf(incident: string): Promise<number>;
  find(incident: string, sha256: string): Promise<FileRecord | undefined>;
  /** Oldest first. */
  of(incident: string): Promise<readonly FileRecord[]>;
}

export interface FileRecord {
  readonly incident: string;
  readonly sha256: string;
  /** As the device called it; it may name a person, so it is kept here and never in the log. */
  readonly name?: string;
  /** A media type such as `image/jpeg`, as the device told it. */
  readonly type: string;
  readonly size: number;
  readonly by: string;
  readonly at: Instant;
}
