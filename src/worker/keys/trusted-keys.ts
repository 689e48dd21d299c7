import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { SignerRole } from '../../model/trust/said.ts';
import { parseKeyLines, type WrongKeys } from './key-line.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Public keys by `role/id`: what they have signed is believed, in their role. */
export type TrustedKeys = ReadonlyMap<string, KeyObject>;

// SubjectPublicKeyInfo around an Ed25519 public key (RFC 8410).
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Reads `JIECHU_TRUSTED_KEYS`: `role/id:base64,role/id:base64` of 32-byte public keys, the role `api` or `worker`. A key
 * stays there until the last history with its signatures is gone.
 */
export const parseTrustedKeys = (text: string): TrustedKeys | WrongKeys => {
  const lines = parseKeyLines(text, {
    name: /^(?:api|worker)\/[a-z0-9-]{1,32}$/u,
    written: 'api/id:base64, worker/id:base64',
  });
  if ('wrong' in lines) return lines;
  return new Map(
    lines.map(({ name, bytes }) => {
      const der = Buffer.concat([publicHeader, bytes]);
      return [name, createPublicKey({ key: der, format: 'der', type: 'spki' })];
    }),
  );
};

/** The trusted keys with a process's own. */
export const withOwnKeys = (
  trusted: TrustedKeys,
  role: SignerRole,
  { all }: SigningKeys,
): TrustedKeys =>
  new Map([...trusted, ...all.map(({ id, publicKey }) => [`${role}/${id}`, publicKey] as const)]);

/** Trusted keys as the setting takes them. */
export const trustedKeysText = (trusted: TrustedKeys): string =>
  [...trusted].map(([name, key]) => `${name}:${publicBytes(key).toString('base64')}`).join(',');

/** The 32 bytes of a public key. */
export const publicBytes = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(publicHeader.length);

/** Judges a signature by a trusted key; false where the key is not among them. */
export const isSignedBy = (
  trusted: TrustedKeys,
  name: string,
  { bytes, signature }: { readonly bytes: Uint8Array; readonly signature: Uint8Array },
): boolean => {
  const key = trusted.get(name);
  return key !== undefined && verify(null, bytes, key, signature);
};
