import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { parseKeyLines, type WrongKeys } from './key-line.ts';

/** A key pair by which a process signs (Ed25519). */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** The keys of a process: the first signs, and what the others have signed is still believed. */
export interface SigningKeys {
  readonly current: SigningKey;
  readonly all: readonly SigningKey[];
}

// PKCS #8 around an Ed25519 seed (RFC 8410).
const seedHeader = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Reads `JIECHU_SIGNING_KEYS`: `id:base64,id:base64` of 32-byte seeds. Rotation puts the new one first. */
export const parseSigningKeys = (text: string): SigningKeys | WrongKeys => {
  const lines = parseKeyLines(text, { name: /^[a-z0-9-]{1,32}$/u, written: 'id:base64' });
  if ('wrong' in lines) return lines;
  const all = lines.map(({ name, bytes }) => keyOf(name, bytes));
  const [current] = all;
  // INVARIANT: a text has at least one part, and each part is a key or wrong.
  if (current === undefined) throw new Error('no signing key was read');
  return { current, all };
};

const keyOf = (id: string, seed: Buffer): SigningKey => {
  const der = Buffer.concat([seedHeader, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { id, privateKey, publicKey: createPublicKey(privateKey) };
};

/** A new key as the setting takes it. */
export const newSigningKey = (id = 'k1'): string => `${id}:${randomBytes(32).toString('base64')}`;

/** An Ed25519 signature; it hashes by itself. */
export const signatureOf = ({ privateKey }: SigningKey, bytes: Uint8Array): Buffer =>
  sign(null, bytes, privateKey);
