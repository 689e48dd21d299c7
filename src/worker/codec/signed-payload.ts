import { RawValue, type Payload } from '@temporalio/common';
import type { SignedText } from '../keys/signed-text.ts';

/** Under which names a payload carries its signature, before it is sealed. */
export const signatureMetadata = { signer: 'signer', signature: 'signature' } as const;

const encoder = new TextEncoder();

/** A signed text as the argument of a message: the codec seals it, and verifies it where it is opened. */
export const signedPayload = ({ text, signer, signature }: SignedText): RawValue => {
  const payload: Payload = {
    metadata: {
      encoding: encoder.encode('json/plain'),
      [signatureMetadata.signer]: encoder.encode(signer),
      [signatureMetadata.signature]: signature,
    },
    data: encoder.encode(text),
  };
  return new RawValue(payload, { toPayload: () => payload, fromPayload: () => payload as never });
};
