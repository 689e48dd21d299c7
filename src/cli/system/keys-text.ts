import type { SignerRole } from '../../model/trust/said.ts';
import { newSigningKey } from '../../worker/keys/signing-keys.ts';
import { trustedKeysText } from '../../worker/keys/trusted-keys.ts';
import { readSigning } from './signing.ts';

/** The settings of a part's keys: a new one where it has none yet, and what the others trust it by. */
export const keysText = (part: SignerRole, known: string | undefined): string => {
  const text = known || newSigningKey();
  const { trusted } = readSigning({ [part]: { text, source: 'JIECHU_SIGNING_KEYS' } }, undefined);
  const made = known ? '' : `JIECHU_SIGNING_KEYS=${text}\n`;
  return `${made}JIECHU_TRUSTED_KEYS=${trustedKeysText(trusted)}\n`;
};
