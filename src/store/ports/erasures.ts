import type { Committed } from '../../model/commitments-in.ts';
import type { Instant } from '../../model/instant.ts';

/** The scope of an erasure: a whole incident, one fact of it, or all that names somebody by a name, number or place. */
export type ErasureScope =
  | { readonly kind: 'incident'; readonly incident: string }
  | { readonly kind: 'fact'; readonly incident: string; readonly fact: string }
  /** `words` are gone once it is done. */
  | { readonly kind: 'person'; readonly words?: string };

/** An erasure that one person asked for and another agrees to. */
export interface ErasureRecord {
  readonly id: string;
  readonly scope: ErasureScope;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly agreedBy?: string;
  readonly agreedAt?: Instant;
  /** The values and reports that it found, as the log names them; there from the agreement on. */
  readonly targets?: readonly ErasureTarget[];
  readonly doneAt?: Instant;
}

/** All that goes in one incident. */
export interface ErasureTarget {
  readonly incident: string;
  readonly values: readonly Committed[];
  /** The acts that brought them: their receipts lose the digest of the content. */
  readonly acts: readonly string[];
  /** Facts whose answers others were found by: what is shared by them is not found by them any more. */
  readonly facts: readonly string[];
  readonly reports: readonly ReportErasure[];
  /** The hashes of files that go, and of those that only lose their name. */
  readonly files: readonly string[];
  readonly fileNames: readonly string[];
  /** Its rows and files have gone, and its procedure has let go: what is left are its histories. */
  readonly isLet?: true;
}

/** All that goes in a report: these of its texts, and these facts. */
export interface ReportErasure {
  readonly id: string;
  readonly texts: readonly ReportText[];
  readonly facts: readonly string[];
}

export const reportTexts = ['text', 'place', 'reporter_name', 'reporter_phone'] as const;
export type ReportText = (typeof reportTexts)[number];

/** A value that is gone, and by which erasure. */
export interface ErasedValue {
  readonly commitment: string;
  readonly fact: string;
  readonly erasure: string;
}

export interface Erasures {
  ask(
    erasure: Pick<ErasureRecord, 'id' | 'scope' | 'reason' | 'askedBy' | 'askedAt'>,
  ): Promise<void>;
  get(id: string): Promise<ErasureRecord | undefined>;
  /** Newest first. */
  latest(limit: number): Promise<readonly ErasureRecord[]>;
  /** Agreed to and not done to its end: it goes on. */
  undone(): Promise<readonly ErasureRecord[]>;
  /** Writes the agreement down, with what it comes to. False where somebody has agreed already. */
  agree(
    id: string,
    agreement: {
      readonly by: string;
      readonly at: Instant;
      readonly targets: readonly ErasureTarget[];
    },
  ): Promise<boolean>;
  /** Writes down how far it has come. */
  proceed(id: string, targets: readonly ErasureTarget[]): Promise<void>;
  /** Takes everything of a target out of the rows, in one transaction; again changes nothing. */
  erase(id: string, target: ErasureTarget, at: Instant): Promise<void>;
  done(id: string, at: Instant): Promise<void>;
  /** The values that were erased of an incident, and the erasures by which they went. */
  ofIncident(incident: string): Promise<{
    readonly values: readonly ErasedValue[];
    readonly erasures: readonly ErasureRecord[];
  }>;
  /** The incidents in whose values or reports some words stand. */
  incidentsWith(words: string): Promise<readonly string[]>;
  /** Of these files, those that another incident has too. */
  sharedFiles(incident: string, files: readonly string[]): Promise<readonly string[]>;
}
