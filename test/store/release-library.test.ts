import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { putSigned } from '../../src/worker/keys/release-signature.ts';
import type { TrustedKeys } from '../../src/worker/keys/trusted-keys.ts';
import { releaseLibrary, type ReleaseLibrary } from '../../src/worker/release-library.ts';
import { newSigner, newSigning } from '../temporal/signing.ts';
import { aRelease } from './a-release.ts';
import { opened } from './databases.ts';

const { api, worker, trusted } = newSigning();
const hashes = ['h1', 'h2', 'h3'];

describe('the releases of a store', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiechu-releases-'));
    const store = await opened({ folder });
    for (const [at, hash] of hashes.entries()) {
      await putSigned(store, aRelease(hash), { signer: api, at });
    }
    await store.releases.put(aRelease('unsigned'), 4);
    await putSigned(store, aRelease('by-a-worker'), { signer: worker, at: 5 });
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const library = async (
    options: { readonly ahead?: boolean; readonly trusted?: TrustedKeys } = {},
  ): Promise<ReleaseLibrary> => {
    const store = await opened({ folder });
    const releases = releaseLibrary(store, options.trusted ?? trusted);
    if (options.ahead) await releases.readAhead();
    await store.close();
    return releases;
  };

  it('that were read ahead are there while the store is away', async () => {
    const ahead = await library({ ahead: true });
    expect((await ahead.release('h1')).hash).toBe('h1');
    expect((await ahead.release('h3')).hash).toBe('h3');
    await expect((await library()).release('h1')).rejects.toThrow();
  });

  it('are not read where no trusted API signed them', async () => {
    const ahead = await library({ ahead: true });
    await expect(ahead.release('unsigned')).rejects.toThrow();
    await expect(ahead.release('by-a-worker')).rejects.toThrow();
    const other = newSigner('api');
    const others = await library({
      ahead: true,
      trusted: new Map([['api/test', other.keys.current.publicKey]]),
    });
    await expect(others.release('h1')).rejects.toThrow();
  });

  it('are not read where they were changed in the database', async () => {
    const store = await opened({ folder });
    const changed: Release = { ...aRelease('h2'), zones: ['elsewhere'] };
    const releases = { ...store.releases, get: async () => changed };
    const library = releaseLibrary({ ...store, releases }, trusted);
    await expect(library.release('h2')).rejects.toThrow('is not as an API');
    expect(await putSigned({ releases }, aRelease('h2'), { signer: api, at: 6 })).toBe(false);
    await store.close();
  });

  it('keep their signature while its key is in use, and get another by the next', async () => {
    const store = await opened({ folder });
    const before = await store.releases.signature('h1');
    await putSigned(store, aRelease('h1'), { signer: api, at: 7 });
    expect(await store.releases.signature('h1')).toEqual(before);
    await putSigned(store, aRelease('h1'), { signer: newSigner('api', 'next'), at: 8 });
    expect((await store.releases.signature('h1'))?.signer).toBe('api/next');
    await store.close();
  });
});
