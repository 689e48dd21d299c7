import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/model/actor.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { anyCuts, anyLog } from './any-log.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, started } from './log-of.ts';

const actor: Actor = {
  person: 'p1',
  unit: 'east',
  roles: ['officer', 'leader', 'centre'],
  reach: [],
};

/** All that the store shows of an incident. */
async function shown(store: Store, incident: string) {
  const narrow = {
    actor,
    settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
    incident,
    limit: 1000,
  };
  const known = await store.incidents.known([{ id: incident, personal: true, steps: true }]);
  const steps = known.get(incident)?.steps ?? [];
  return {
    incident: await store.incidents.get(incident),
    steps: Object.fromEntries(steps.map((step) => [step.step, step])),
    answers: await store.incidents.answers(incident),
    decisions: await store.incidents.decisions(incident),
    notices: await store.notices.of(narrow),
    prompts: await store.prompts.of(narrow),
  };
}

async function append(
  store: Store,
  incident: string,
  entries: readonly LogEntry[],
  cuts: readonly number[],
) {
  for (let from = 0, i = 0; from < entries.length; i += 1) {
    const to = from + cuts[i % cuts.length]!;
    await store.log.append({ incident, entries: entries.slice(from, to), personal: [] });
    from = to;
  }
}

describe.each(databases)('the projections on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
    const units = ['east', 'west', 'north'].map((id) => ({
      id,
      kind: 'station',
      title: { zh: id, en: id },
    }));
    await store.directory.replace({ units, people: [] });
  });
  afterAll(() => store.close());

  it('are the same however the log was cut into batches, and after a rebuild', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, anyCuts, async (told, cuts) => {
        const [whole, cut] = [newIncident(), newIncident()];
        const entries = logOf(
          ...told.map((data) => (data.kind === 'late' ? ([data, { step: 'a' }] as const) : data)),
        );
        await append(store, whole, entries, [entries.length]);
        await append(store, cut, entries, cuts);
        const before = await shown(store, cut);
        const renamed = JSON.parse(JSON.stringify(before).replaceAll(`"${cut}`, `"${whole}`));
        expect(await shown(store, whole)).toEqual(renamed);
        expect(await store.log.rebuild(cut)).toBe(1);
        expect(await shown(store, cut)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('are made again for all incidents, and only from the log', async () => {
    const incident = newIncident();
    const entries = logOf(
      started(),
      { kind: 'bound', role: 'officer', binding: { unit: 'east' }, why: 'started' },
      { kind: 'reminded', key: 'k', due: 1, tell: ['officer'] },
    );
    await store.log.append({ incident, entries, personal: [] });
    const before = await shown(store, incident);
    expect(before.notices).toHaveLength(1);
    await store.notices.seen(
      before.notices.map(({ id }) => id),
      'p1',
      1,
    );
    expect(await store.log.rebuild()).toBeGreaterThan(1);
    const after = await shown(store, incident);
    expect(after.notices.every(({ seen }) => seen)).toBe(true);
    expect({ ...after, notices: [] }).toEqual({ ...before, notices: [] });
  });
});
