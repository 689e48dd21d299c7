import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { digestsOf, newDigestKey } from '../../src/worker/keys/digest-keys.ts';
import { renewSharedDigests, sharedProcedureId } from '../../src/worker/shared-procedure-id.ts';
import { digestKeysFrom } from '../test-keys.ts';
import { databases, opened } from './databases.ts';
import { logOf, started } from './log-of.ts';

describe.each(databases)('procedures that incidents share, in $name', ({ fresh }) => {
  const [before, after] = [newDigestKey('old'), newDigestKey('new')];
  const [old, rotated] = [digestKeysFrom(before), digestKeysFrom(`${after},${before}`)];
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
  });
  afterAll(() => store.close());

  const ask = (keys: typeof old, incident: string, value: string) =>
    sharedProcedureId(store, keys, { procedure: 'item', incident, fact: 'plate', value });

  it('have one id for each answer, however many ask at once, which is drawn by chance', async () => {
    const ids = await Promise.all(['1', '2', '3'].map((incident) => ask(old, incident, 'A1')));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^item:[0-9a-f]{24}$/);
    expect(ids[0]).not.toContain(digestsOf(old, 'shared-procedure', 'A1').digest.slice(4, 28));
    expect(await ask(old, '4', 'A2')).not.toBe(ids[0]);
  });

  it('are found by an old key, and by the new one alone once their rows are made anew', async () => {
    const entries = logOf(started(), {
      kind: 'fact',
      fact: 'plate',
      value: 'B1',
      corrected: false,
    });
    await store.log.append({ incident: 'I-1', entries, personal: [] });
    const id = await ask(old, 'I-1', 'B1');
    await renewSharedDigests(store, rotated);
    expect(await ask(digestKeysFrom(after), 'I-2', 'B1')).toBe(id);
    // Nobody can say any more what this one is for: it stays under the old key, by which it is found.
    const unknown = await ask(old, 'I-9', 'C1');
    await renewSharedDigests(store, rotated);
    expect(await ask(rotated, 'I-3', 'C1')).toBe(unknown);
    expect(await ask(digestKeysFrom(after), 'I-3', 'C1')).toBe(unknown);
  });
});
