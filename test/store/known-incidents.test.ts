import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { KnownIncidents } from '../../src/worker/client/known-incidents.ts';
import { anyCuts, anyLog } from './any-log.ts';
import { opened } from './databases.ts';
import { logOf, newIncident, started } from './log-of.ts';

let store: Store;
beforeAll(async () => {
  store = await opened({ memory: true });
});
afterAll(() => store.close());

it('what is told of an incident, in whatever pieces, is what the store has of it', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, anyCuts, async (told, cuts) => {
      const incident = newIncident();
      const entries = logOf(...told);
      await store.log.append({ incident, entries, personal: [] });
      const known = new KnownIncidents(store.incidents);
      for (let from = 0, i = 0; from < entries.length; i += 1) {
        const to = from + cuts[i % cuts.length]!;
        // Entries that came before are often told again.
        known.learn(incident, entries.slice(Math.max(0, from - (i % 3)), to));
        from = to;
      }
      const learned = await known.get(incident);
      const read = await new KnownIncidents(store.incidents).get(incident);
      expect(read).toMatchObject(learned!);
      expect([learned!.given, learned!.decided]).toEqual([read!.given, read!.decided]);
    }),
    { numRuns: 40 },
  );
});

it('what came between and was not told is read from the store', async () => {
  const incident = newIncident();
  const entries = logOf(
    started(),
    { kind: 'fact', fact: 'injury', value: 'none', corrected: false },
    { kind: 'fact', fact: 'injury', value: 'serious', corrected: true },
    { kind: 'fact', fact: 'item', value: 'phone', corrected: false },
  );
  await store.log.append({ incident, entries, personal: [] });
  const known = new KnownIncidents(store.incidents);
  known.learn(incident, entries.slice(0, 2));
  known.learn(incident, entries.slice(3));
  expect((await known.get(incident))?.given).toEqual({ injury: 'serious', item: 'phone' });
  expect(await known.get('nobody')).toBeUndefined();
});
