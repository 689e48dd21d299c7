import type { Instant } from '../instant.ts';
import { mark } from './mark.ts';

/** The claims that a signature is over besides the content: where it counts, and nowhere else. */
export interface Claims {
  readonly workflow: string;
  /** The name of the message. */
  readonly name: string;
  /** The id of the update; empty for what is none. */
  readonly update: string;
  /** Wall time when it was signed. */
  readonly at: Instant;
}

/** Something that was signed. Whether the signature holds is told by `signerOf` alone. */
export interface Said<Content> extends Claims {
  readonly content: Content;
}

/** The part of the system that a key signs for. The API signs all but the beginnings that the worker makes. */
export type SignerRole = 'api' | 'worker';

const signerMark = mark('signed-by');

/** Keeps with a value whose signature was found to hold who signed it, as `role/key`. */
export const withSigner = <T extends object>(value: T, signer: string): T =>
  signerMark.set(value, signer);

/** The signer of a value, as `role/key`; nothing where no trusted key signed it. */
export const signerOf = (value: unknown): string | undefined => signerMark.of(value);
