import type { Payload } from '@temporalio/common';
import type { ForeignReason } from '../../model/trust/foreign.ts';

/**
 * The metadata by which the codec tells the converter about a payload that it has opened. It makes this metadata anew
 * each time: none of it can come from outside.
 */
export const openedMetadata = {
  /** The signer whose signature holds. */
  signedBy: 'signed-by',
  /** Shared by all who read it, and never changed; with the SHA-256 of its JSON. */
  frozen: 'frozen',
  contentHash: 'content-hash',
  /** Why it could not be opened. */
  foreign: 'foreign',
} as const;

const encoder = new TextEncoder();

/** A payload in place of one that cannot be opened: it reads as a value that says so. */
export const foreignPayload = (reason: ForeignReason): Payload => ({
  metadata: {
    encoding: encoder.encode('json/plain'),
    [openedMetadata.foreign]: encoder.encode(reason),
  },
  data: encoder.encode('null'),
});
