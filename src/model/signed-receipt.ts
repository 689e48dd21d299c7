import type { Receipt } from './procedure-state.ts';

/** A receipt as it is kept and handed out: signed when it was first written, never again. */
export interface SignedReceipt extends Receipt {
  /** The hashes of the files that were shown as evidence. */
  readonly evidence?: readonly { readonly kind: string; readonly sha256: string }[];
  readonly keyId: string;
  /** Ed25519 over the receipt's statement, base64. */
  readonly signature: string;
}
