import type { Instant } from '../../model/instant.ts';
import type { Release } from '../../model/release.ts';

/** Releases, kept for ever: an old incident still runs on the one it started with. */
export interface Releases {
  /** Keeps a release under its hash; a second time changes nothing. */
  put(release: Release, created: Instant): Promise<void>;
  get(hash: string): Promise<Release | undefined>;
  /** The release that new incidents start with. */
  active(): Promise<Release | undefined>;
  /** Throws where no such release is kept. */
  activate(hash: string): Promise<void>;
  /** Keeps who vouches for a release; a later signature takes the place of the one before. */
  keepSignature(hash: string, signed: SignedRelease): Promise<void>;
  signature(hash: string): Promise<SignedRelease | undefined>;
  /** Newest first. */
  list(): Promise<readonly ReleaseSummary[]>;
}

export interface ReleaseSummary {
  readonly hash: string;
  readonly created: Instant;
  readonly active: boolean;
}

/** A claim about a release and its signature. */
export interface SignedRelease {
  readonly text: string;
  readonly signer: string;
  readonly signature: Uint8Array;
}
