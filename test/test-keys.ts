import type { StatementSigner } from '../src/model/statement-signer.ts';
import { newDigestKey, parseDigestKeys, type DigestKeys } from '../src/worker/keys/digest-keys.ts';
import { parseSigningKeys, newSigningKey } from '../src/worker/keys/signing-keys.ts';
import { statementSigner } from '../src/worker/keys/statement-signer.ts';
import type { SignerRole } from '../src/model/trust/said.ts';
import { trustedKeysText, withOwnKeys } from '../src/worker/keys/trusted-keys.ts';

/** A key pair of a part that runs in tests. */
export interface TestKey {
  readonly signer: StatementSigner;
  /** Its public half, as `--key` and `JIECHU_TRUSTED_KEYS` take it. */
  readonly trusted: string;
}

/** A new key of a part. */
export const newKey = (role: SignerRole = 'api', id = 'k1'): TestKey =>
  keyOf(role, newSigningKey(id));

/** Keys of digests, as the setting has them or one that is new. */
export const digestKeysFrom = (text: string = newDigestKey()): DigestKeys => {
  const keys = parseDigestKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong.en);
  return keys;
};

/** The key pair of a signing key as settings have it. */
export const keyOf = (role: SignerRole, text: string): TestKey => {
  const keys = parseSigningKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong.en);
  return {
    signer: statementSigner(role, keys),
    trusted: trustedKeysText(withOwnKeys(new Map(), role, keys)),
  };
};
