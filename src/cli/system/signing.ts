import type { SignerRole } from '../../model/trust/said.ts';
import type { Text } from '../../model/text.ts';
import type { Signer } from '../../worker/keys/signed-text.ts';
import { parseSigningKeys, type SigningKeys } from '../../worker/keys/signing-keys.ts';
import { parseTrustedKeys, withOwnKeys, type TrustedKeys } from '../../worker/keys/trusted-keys.ts';
import { WrongUse } from '../wrong-use.ts';

/** By which keys a process signs, and whose signatures it believes. */
export interface Signing {
  readonly own: Readonly<Partial<Record<SignerRole, SigningKeys>>>;
  readonly trusted: TrustedKeys;
}

/** Keys as they are written, with the place that they were read from. */
export interface WrittenKeys {
  readonly text: string;
  readonly source: string;
}

/** Reads the keys of the parts that run in this process, and those of others or of earlier that are trusted. */
export const readSigning = (
  own: Readonly<Partial<Record<SignerRole, WrittenKeys>>>,
  trusted: string | undefined,
): Signing => {
  const keys: Partial<Record<SignerRole, SigningKeys>> = {};
  let all: TrustedKeys = new Map();
  if (trusted !== undefined && trusted !== '') {
    const parsed = parseTrustedKeys(trusted);
    if ('wrong' in parsed) throw wrongKeys('JIECHU_TRUSTED_KEYS', parsed.wrong);
    all = parsed;
  }
  for (const role of ['api', 'worker'] as const) {
    const written = own[role];
    if (written === undefined) continue;
    const parsed = parseSigningKeys(written.text);
    if ('wrong' in parsed) throw wrongKeys(written.source, parsed.wrong);
    keys[role] = parsed;
    all = withOwnKeys(all, role, parsed);
  }
  return { own: keys, trusted: all };
};

const wrongKeys = (source: string, { zh, en }: Text): WrongUse =>
  new WrongUse({
    zh: `签名密钥（${source}）有误：${zh}`,
    en: `the keys in ${source} are wrong: ${en}`,
  });

/** The signer for a part that runs in this process. */
export const signerFor = ({ own }: Signing, role: SignerRole): Signer => {
  const keys = own[role];
  // INVARIANT: a process reads the keys of the parts that it starts.
  if (keys === undefined) throw new Error(`this process has no keys to sign for ${role}`);
  return { role, keys };
};
