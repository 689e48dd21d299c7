import { describe, expect, it } from 'vitest';
import {
  newSigningKey,
  parseSigningKeys,
  signatureOf,
  type SigningKeys,
} from '../../../src/worker/keys/signing-keys.ts';
import {
  isSignedBy,
  parseTrustedKeys,
  trustedKeysText,
  withOwnKeys,
  type TrustedKeys,
} from '../../../src/worker/keys/trusted-keys.ts';

const seed = Buffer.alloc(32, 7).toString('base64');
const read = (text: string): SigningKeys => {
  const keys = parseSigningKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong.en);
  return keys;
};
const trust = (text: string): TrustedKeys => {
  const keys = parseTrustedKeys(text);
  if ('wrong' in keys) throw new Error(keys.wrong.en);
  return keys;
};

describe('signing keys', () => {
  it('sign with the first, and are trusted with all, in their own role only', () => {
    const keys = read(`${newSigningKey('k2')}, ${newSigningKey('k1')}`);
    expect(keys.current.id).toBe('k2');
    const trusted = withOwnKeys(new Map(), 'worker', keys);
    expect([...trusted.keys()]).toEqual(['worker/k2', 'worker/k1']);
    const bytes = Buffer.from('what is said');
    const signature = signatureOf(keys.current, bytes);
    expect(isSignedBy(trusted, 'worker/k2', { bytes, signature })).toBe(true);
    expect(isSignedBy(trusted, 'worker/k1', { bytes, signature })).toBe(false);
    expect(isSignedBy(trusted, 'api/k2', { bytes, signature })).toBe(false);
    expect(isSignedBy(trusted, 'worker/k2', { bytes: Buffer.from('other'), signature })).toBe(
      false,
    );
    const short = { bytes, signature: signature.subarray(1) };
    expect(isSignedBy(trusted, 'worker/k2', short)).toBe(false);
  });

  it('are the key pair of the seed, whichever program makes it', () => {
    // RFC 8032, 7.1, test 1.
    const first = Buffer.from(
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'hex',
    );
    const keys = read(`k1:${first.toString('base64')}`);
    expect(trustedKeysText(withOwnKeys(new Map(), 'api', keys))).toBe(
      `api/k1:${Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64')}`,
    );
  });

  it.each([
    ['', 'key number 1 is written id:base64'],
    [`K1:${seed}`, 'key number 1 is written id:base64'],
    [`k1:${seed},`, 'key number 2 is written id:base64'],
    ['k1:c2hvcnQ=', 'key number 1 (k1) takes 32 bytes as base64'],
    [`k1:${seed}=`, 'key number 1 (k1) takes 32 bytes as base64'],
    [`k1:${seed},k1:${seed}`, 'key k1 is given twice'],
  ])('say in one line what is wrong with %o, and never the key', (text, en) => {
    expect(parseSigningKeys(text)).toMatchObject({ wrong: { en } });
  });
});

describe('trusted keys', () => {
  it('are read as they are written', () => {
    const text = `api/k1:${seed},worker/k1:${seed},api/old:${seed}`;
    expect(trustedKeysText(trust(text))).toBe(text);
  });

  it.each([
    [`k1:${seed}`, 'key number 1 is written api/id:base64, worker/id:base64'],
    [`auditor/k1:${seed}`, 'key number 1 is written api/id:base64, worker/id:base64'],
    ['api/k1:', 'key number 1 (api/k1) takes 32 bytes as base64'],
    [`api/k1:${seed},api/k1:${seed}`, 'key api/k1 is given twice'],
  ])('say in one line what is wrong with %o', (text, en) => {
    expect(parseTrustedKeys(text)).toMatchObject({ wrong: { en } });
  });
});
