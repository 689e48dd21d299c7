import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { SettingsStore } from '../store/ports/settings-store.ts';

/** What a signature covers: that this act stands in this incident's log, which then ended here. */
export interface SignedReceipt {
  readonly incident: string;
  readonly act: string;
  readonly seq: number;
  readonly hash: string;
}

/** Signs receipts with the system's Ed25519 key. */
export interface ReceiptSigner {
  /** The first 16 hex digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** PEM, for the offline verifier. */
  readonly publicKey: string;
  /** Base64, over `incident:act:seq:hash`. */
  sign(receipt: SignedReceipt): string;
}

const settingsKey = 'receipt-key';

/** The bytes that are signed; the verifier makes the same. */
export const signedBytes = ({ incident, act, seq, hash }: SignedReceipt): Buffer =>
  Buffer.from(`${incident}:${act}:${seq}:${hash}`, 'utf8');

/** The signer of this system: its key is made at the first start and kept in the store, the same for every process. */
export async function openReceiptSigner(settings: SettingsStore): Promise<ReceiptSigner> {
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const kept = await settings.keep(settingsKey, { privateKey: made.toString() });
  return signerOf(createPrivateKey(kept.privateKey));
}

function signerOf(privateKey: KeyObject): ReceiptSigner {
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    // Ed25519 hashes by itself: no digest is named.
    sign: (receipt) => sign(null, signedBytes(receipt), privateKey).toString('base64'),
  };
}
