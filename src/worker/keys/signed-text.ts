import { canonicalJson } from '../../model/canonical-json.ts';
import type { Claims, SignerRole } from '../../model/trust/said.ts';
import { signatureOf, type SigningKeys } from './signing-keys.ts';
import { isSignedBy, type TrustedKeys } from './trusted-keys.ts';

/** Canonical JSON of what was said, with the signature over its bytes. */
export interface SignedText {
  readonly text: string;
  /** `role/key`. */
  readonly signer: string;
  readonly signature: Uint8Array;
}

/** Signs for one part of the system. */
export interface Signer {
  readonly role: SignerRole;
  readonly keys: SigningKeys;
}

/** Signs a content for one place. The text itself travels, so that nobody has to write it again to verify it. */
export const signedText = (
  { role, keys: { current } }: Signer,
  claims: Claims,
  content: unknown,
): SignedText => {
  const text = canonicalJson({ ...claims, content });
  const signature = signatureOf(current, Buffer.from(text));
  return { text, signer: `${role}/${current.id}`, signature };
};

/** Judges a text by the trusted keys. */
export const isTrusted = (trusted: TrustedKeys, { text, signer, signature }: SignedText): boolean =>
  isSignedBy(trusted, signer, { bytes: Buffer.from(text), signature });
