import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keyTable, readKeyList, readKeyTable } from './key-list.ts';
import { languageKeys } from './language-keys.ts';
import { openCourt } from './open-court.ts';
import { flawOf } from './proof.ts';

const repository = join(import.meta.dirname, '../..');
const proofs = readKeyList(repository);
const court = await openCourt(repository);
afterAll(() => court.close());

describe('the list of keys', () => {
  it('names exactly what the schemas know', () => {
    expect(proofs.map(({ key }) => key)).toEqual(languageKeys());
  });

  it('is the table that people read', () => {
    expect(readKeyTable(repository)).toBe(keyTable(proofs));
  });
});

describe('without the key somebody is no longer content, and with it everybody is', () => {
  it.each(proofs.map((proof) => [proof.key, proof] as const))('%s', async (_key, proof) => {
    expect(await flawOf(court, proof)).toBeUndefined();
  });
});
