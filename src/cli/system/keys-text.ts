import type { SignerRole } from '../../model/trust/said.ts';
import { newDigestKey } from '../../worker/keys/digest-keys.ts';
import { newSigningKey } from '../../worker/keys/signing-keys.ts';
import { trustedKeysText } from '../../worker/keys/trusted-keys.ts';
import { readSigning } from './signing.ts';

/** The uses of the keys that `jiechu keys` makes: the parts that sign, and digests. */
export type KeysOf = SignerRole | 'digest';

/** The settings of a part's keys: a new one where it has none yet, and what the others trust it by. */
export const keysText = (part: KeysOf, known: string | undefined): string => {
  if (part === 'digest') return `JIECHU_DIGEST_KEYS=${newDigestKey()}\n`;
  const text = known || newSigningKey();
  const { trusted } = readSigning({ [part]: { text, source: 'JIECHU_SIGNING_KEYS' } }, undefined);
  const made = known ? '' : `JIECHU_SIGNING_KEYS=${text}\n`;
  return `${made}JIECHU_TRUSTED_KEYS=${trustedKeysText(trusted)}\n`;
};
