import { createHmac, randomBytes } from 'node:crypto';
import { contentText } from '../../model/content-text.ts';
import { parseKeyLines, type WrongKeys } from './key-line.ts';

/** A key that digests of personal content are made with. */
export interface DigestKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The first makes digests; what the others have made is still found. */
export interface DigestKeys {
  readonly current: DigestKey;
  readonly former: readonly DigestKey[];
}

/** A content by the key in use, and by those from before: the same content may have been written under one of them. */
export interface Digests {
  readonly digest: string;
  readonly formerDigests: readonly string[];
}

/** For what a digest is made: a content has another in each place. */
export type DigestPurpose = 'act' | 'report' | 'shared-procedure';

/** Reads `JIECHU_DIGEST_KEYS`: `id:base64,id:base64` of 32 bytes each. Rotation puts the new one first. */
export const parseDigestKeys = (text: string): DigestKeys | WrongKeys => {
  const lines = parseKeyLines(text, { name: /^[a-z0-9-]{1,32}$/u, written: 'id:base64' });
  if ('wrong' in lines) return lines;
  const [current, ...former] = lines.map(({ name: id, bytes }) => ({ id, bytes }));
  // INVARIANT: a text has at least one part, and each part is a key or wrong.
  if (current === undefined) throw new Error('no digest key was read');
  return { current, former };
};

/** A new key as the setting takes it. */
export const newDigestKey = (id = 'k1'): string => `${id}:${randomBytes(32).toString('base64')}`;

/**
 * Digests of a content (HMAC-SHA-256). A plain hash of a telephone number is guessed in a second, and digests stand in
 * the clear in ids at Temporal.
 */
export const digestsOf = (
  { current, former }: DigestKeys,
  purpose: DigestPurpose,
  content: unknown,
): Digests => {
  const text = `${purpose}\n${contentText(content)}`;
  return {
    digest: digestBy(current, text),
    formerDigests: former.map((key) => digestBy(key, text)),
  };
};

// The id of the key is part of it: which key a row was made with can be seen.
const digestBy = ({ id, bytes }: DigestKey, text: string): string =>
  `${id}.${createHmac('sha256', bytes).update(text).digest('hex')}`;
