import { expect, it } from 'vitest';
import { isSameContent } from '../../../src/model/is-same-content.ts';
import { digestsOf, newDigestKey } from '../../../src/worker/keys/digest-keys.ts';
import { digestKeysFrom } from '../../test-keys.ts';

const [one, two] = [newDigestKey('k1'), newDigestKey('k2')];

it('a digest hangs on its key, its purpose and the content, and not on the order of its members', () => {
  const keys = digestKeysFrom(one);
  const { digest } = digestsOf(keys, 'act', { a: 1, b: [2] });
  expect(digest).toMatch(/^k1\.[0-9a-f]{64}$/);
  expect(digestsOf(keys, 'act', { b: [2], a: 1 }).digest).toBe(digest);
  for (const other of [
    digestsOf(keys, 'report', { a: 1, b: [2] }),
    digestsOf(keys, 'act', { a: 1, b: [3] }),
    digestsOf(digestKeysFrom(newDigestKey('k1')), 'act', { a: 1, b: [2] }),
  ]) {
    expect(other.digest).not.toBe(digest);
  }
});

it('what was kept under an old key is the same content, as long as that key is there', () => {
  const { digest } = digestsOf(digestKeysFrom(one), 'act', 'x');
  const rotated = digestKeysFrom(`${two},${one}`);
  expect(isSameContent(digest, digestsOf(rotated, 'act', 'x'))).toBe(true);
  expect(isSameContent(digest, digestsOf(rotated, 'act', 'y'))).toBe(false);
  expect(isSameContent(digest, digestsOf(digestKeysFrom(two), 'act', 'x'))).toBe(false);
});
