import type { SignerRole } from '../../src/model/trust/said.ts';
import type { Signer } from '../../src/worker/keys/signed-text.ts';
import { newSigningKey, parseSigningKeys } from '../../src/worker/keys/signing-keys.ts';
import { withOwnKeys, type TrustedKeys } from '../../src/worker/keys/trusted-keys.ts';

/** Keys of an API and a worker of a test, and what trusts both. */
export interface TestSigning {
  readonly api: Signer;
  readonly worker: Signer;
  readonly trusted: TrustedKeys;
}

/** A signer with a new key. */
export const newSigner = (role: SignerRole, id = 'test'): Signer =>
  signerOf(role, newSigningKey(id));

const signerOf = (role: SignerRole, text: string): Signer => {
  const keys = parseSigningKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong.en);
  return { role, keys };
};

/** New keys for both parts. */
export const newSigning = (): TestSigning =>
  signingOf(newSigningKey('test'), newSigningKey('test'));

/** Both parts with keys as the settings have them. */
export const signingOf = (apiKey: string, workerKey: string): TestSigning => {
  const [api, worker] = [signerOf('api', apiKey), signerOf('worker', workerKey)];
  const trusted = withOwnKeys(withOwnKeys(new Map(), 'api', api.keys), 'worker', worker.keys);
  return { api, worker, trusted };
};
