import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { releaseLibrary } from '../../src/worker/release-library.ts';
import { aRelease } from './a-release.ts';
import { opened } from './databases.ts';

it('releases that were read ahead are there while the store is away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-releases-'));
  const first = await opened({ folder });
  for (const count of [1, 2, 3]) await first.releases.put(aRelease(`h${count}`), count);
  await first.close();
  const library = async (ahead: boolean) => {
    const store = await opened({ folder });
    const releases = releaseLibrary(store);
    if (ahead) await releases.readAhead();
    await store.close();
    return releases;
  };
  const ahead = await library(true);
  expect((await ahead.release('h1')).hash).toBe('h1');
  expect((await ahead.release('h3')).hash).toBe('h3');
  await expect((await library(false)).release('h1')).rejects.toThrow();
  rmSync(folder, { recursive: true });
});
