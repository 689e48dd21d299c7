import { expect, it } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { releaseLibrary } from '../../src/worker/release-library.ts';
import { opened } from './databases.ts';

const release = (hash: string): Release => ({
  format: 1,
  hash,
  procedures: {},
  facts: {},
  ruleSets: {},
  effective: {},
  zones: [],
  channels: [],
});

it('releases that were read ahead are there while the store is away', async () => {
  const store = await opened({ memory: true });
  for (const count of [1, 2, 3]) await store.releases.put(release(`h${count}`), count);
  const ahead = releaseLibrary(store);
  const unread = releaseLibrary(store);
  await ahead.readAhead();
  await store.close();
  expect((await ahead.release('h1')).hash).toBe('h1');
  expect((await ahead.release('h3')).hash).toBe('h3');
  await expect(unread.release('h1')).rejects.toThrow();
});
