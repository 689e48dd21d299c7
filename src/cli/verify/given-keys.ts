import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Text } from '../../model/text.ts';
import { parseTrustedKeys, type TrustedKeys } from '../../worker/keys/trusted-keys.ts';
import { readAsked } from '../read-asked.ts';
import { WrongUse } from '../wrong-use.ts';

/** Public keys that the caller trusts: by the id that signatures name, or without one. */
export interface GivenKeys {
  readonly named: TrustedKeys;
  /** Tried for every signature. */
  readonly unnamed: readonly KeyObject[];
}

// SubjectPublicKeyInfo around an Ed25519 public key (RFC 8410).
const publicHeader = Buffer.from('302a300506032b6570032100', 'hex');
const bare = /^[A-Za-z0-9+/]{43}=$/u;

/** Reads what `--key` was given: files or the keys themselves, each `role/id:base64`, bare base64, or PEM. */
export async function givenKeys(given: readonly string[]): Promise<GivenKeys> {
  const named = new Map<string, KeyObject>();
  const unnamed: KeyObject[] = [];
  for (const each of given) {
    const isFile =
      existsSync(each) || !/^(?:[a-z]+\/[a-z0-9-]+:)?[A-Za-z0-9+/]{43}=(?:,|$)/u.test(each);
    const text = isFile ? await readAsked(each) : each;
    for (const part of partsOf(text)) {
      if (bare.test(part)) unnamed.push(publicKeyOf(part));
      else if (part.startsWith('-----')) unnamed.push(fromPem(part, each));
      else for (const [name, key] of namedKeys(part, each)) named.set(name, key);
    }
  }
  return { named, unnamed };
}

const partsOf = (text: string): readonly string[] => {
  const pems = text.match(/-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/gu);
  // As `jiechu keys` prints them, and as the data folder has them.
  const plain = text.replaceAll(/^JIECHU_SIGNING_KEYS=.*$|^JIECHU_TRUSTED_KEYS=/gmu, '');
  return pems ?? plain.split(/[\s,]+/u).filter((part) => part !== '');
};

const publicKeyOf = (base64: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([publicHeader, Buffer.from(base64, 'base64')]),
    format: 'der',
    type: 'spki',
  });

const fromPem = (pem: string, source: string): KeyObject => {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below.
  }
  throw noKey(source, { zh: '不是 Ed25519 公钥', en: 'it is no Ed25519 public key' });
};

const namedKeys = (part: string, source: string): TrustedKeys => {
  const keys = parseTrustedKeys(part);
  if ('wrong' in keys) throw noKey(source, keys.wrong);
  return keys;
};

const noKey = (source: string, { zh, en }: Text): WrongUse =>
  new WrongUse({
    zh: `--key ${source} 里没有可用的公钥：${zh}`,
    en: `--key ${source} has no usable public key: ${en}`,
  });

/** The judgement of a signature: it fits, does not fit, or is by a key that was not given. */
export type Judged = 'fits' | 'does-not-fit' | 'other-key';

/** Judges a signature over a statement by the keys that were given. */
export function judgeSignature(
  { named, unnamed }: GivenKeys,
  { keyId, signature }: { readonly keyId: string; readonly signature: string },
  statement: string,
): Judged {
  const own = named.get(keyId);
  const keys = own === undefined ? unnamed : [own];
  if (keys.length === 0) return 'other-key';
  const bytes = Buffer.from(signature, 'base64');
  // The same bytes can be written in several ways: one of them is what was signed.
  if (bytes.toString('base64') !== signature) return 'does-not-fit';
  const stated = Buffer.from(statement, 'utf8');
  return keys.some((key) => verify(null, stated, key, bytes)) ? 'fits' : 'does-not-fit';
}
