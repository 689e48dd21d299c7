import type { AnchorRecord } from '../../contract/anchor-contract.ts';
import type { AnchorFile } from '../../store/anchors/anchor-file.ts';

/** Somewhere else that is told of each record, in its order, until it has it. */
export interface AnchorWitness {
  /** Throws where it did not take the record: it is told again. */
  tell(record: AnchorRecord): Promise<void>;
}

/** An authority that says when a hash was there (RFC 3161). */
export interface TimeStamping {
  /** A token over a SHA-256 (hex), checked: DER, base64. Throws where there is none. */
  stamp(sha256: string): Promise<string>;
}

/** The settings by which the API anchors heads. */
export interface AnchorOptions {
  readonly file: AnchorFile;
  readonly everyMilliseconds: number;
  readonly witness?: AnchorWitness | undefined;
  readonly timeStamping?: TimeStamping | undefined;
}
