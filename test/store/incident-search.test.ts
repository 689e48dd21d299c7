import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogData } from '../../src/model/log-entry.ts';
import type { IncidentNarrowing, IncidentPlace } from '../../src/store/ports/incidents.ts';
import { placeInList } from '../../src/store/place-in-list.ts';
import type { Store } from '../../src/store/store.ts';
import { aRelease } from './a-release.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, reportedAt, started, step, type StartedData } from './log-of.ts';
import { eraseRows, wholeReport } from './erase.ts';

const protecting = 'b'.repeat(64);

describe.each(databases)('the list of incidents on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
    const secret = { id: 'secret', protects: ['victim'] };
    await store.releases.put(
      { ...aRelease(protecting), procedures: { secret } } as unknown as Parameters<
        Store['releases']['put']
      >[0],
      0,
    );
  });
  afterAll(() => store.close());

  let keys = 0;
  async function report(incident: string, text: string, place?: string): Promise<string> {
    const taking = await store.reports.take({
      idempotencyKey: `k${(keys += 1)}`,
      sender: 'ora',
      digest: 'd',
      localDate: '2026-11-23',
      channel: '110',
      at: reportedAt,
      received: reportedAt,
      unit: 'east',
      text,
      ...(place !== undefined && { place }),
      facts: {},
    });
    if (!taking.taken) throw new Error(taking.code);
    await store.reports.started(taking.report.id, { incident, joined: false });
    return taking.report.id;
  }
  async function run(
    differing: Partial<StartedData>,
    ...told: readonly LogData[]
  ): Promise<string> {
    const incident = newIncident();
    await store.log.append({ incident, entries: logOf(started(differing), ...told), personal: [] });
    return incident;
  }
  const reader = { person: 'p', unit: 'east', roles: ['officer'], reach: [] };
  const word = (text: string, more: Partial<{ procedures: string[]; units: string[] }> = {}) => ({
    word: text,
    procedures: [],
    units: [],
    ...more,
  });
  const found = async (narrow: IncidentNarrowing) =>
    (await store.incidents.list({ limit: 100, ...narrow })).map(({ id }) => id);

  it('is searched by number, words, place, type and unit; every word has to be found', async () => {
    const procedure = 'searched';
    const bike = await run({ procedure, unit: 'east' });
    const bag = await run({ procedure, unit: 'west' });
    await report(bike, '自行车被偷了，A Red One', '东街 1 号');
    await report(bag, '包在出租车上 100%_丢了', '西街');
    const sought = (...words: readonly ReturnType<typeof word>[]) =>
      found({ procedure, sought: words });
    expect(await sought(word('自行车'))).toEqual([bike]);
    expect(await sought(word('车'))).toHaveLength(2);
    expect(await sought(word('red one'))).toEqual([bike]);
    expect(await sought(word('东街'))).toEqual([bike]);
    expect(await sought(word('100%_'))).toEqual([bag]);
    expect(await sought(word('%'))).toEqual([bag]);
    expect(await sought(word('车'), word('西街'))).toEqual([bag]);
    expect(await sought(word('东街'), word('出租'))).toEqual([]);
    expect(await sought(word(bike.toLowerCase()))).toEqual([bike]);
    expect(await sought(word('x', { units: ['west'] }))).toEqual([bag]);
    expect(await sought(word('x', { procedures: [procedure] }))).toHaveLength(2);
    expect(await sought(word('手机'))).toEqual([]);
    expect(await store.incidents.count({ procedure, sought: [word('车')] })).toMatchObject({
      all: 2,
    });
  });

  it('finds an incident by the number of a report that joined it', async () => {
    const joined = await run(
      { procedure: 'joins' },
      { kind: 'joined', report: 'R20261123-000999' },
    );
    expect(await found({ procedure: 'joins', sought: [word('000999')] })).toEqual([joined]);
  });

  it('does not find erased words', async () => {
    const incident = await run({ procedure: 'erased' });
    const id = await report(incident, '王某的电话', '南街');
    const narrow = { procedure: 'erased', sought: [word('王某')] };
    expect(await found(narrow)).toEqual([incident]);
    await eraseRows(store, { incident, reports: [wholeReport(id)] });
    expect(await found(narrow)).toEqual([]);
  });

  it('finds protected words only for who may read them', async () => {
    const bound: LogData = {
      kind: 'bound',
      role: 'officer',
      binding: { unit: 'east' },
      why: 'started',
    };
    const secret = await run({ procedure: 'secret', release: protecting }, bound);
    const switched = await run({ procedure: 'secret', release: protecting }, bound, {
      kind: 'standard-switched',
      phase: 'done',
      from: 'secret',
      to: 'open',
    });
    const beside = await run({ procedure: 'open', release: protecting }, bound, {
      kind: 'standard-added',
      procedure: 'secret',
      basis: [],
    });
    const open = await run({ procedure: 'open', release: protecting }, bound);
    for (const incident of [secret, switched, beside, open]) await report(incident, '被丈夫打了');
    const seenBy = async (who: typeof reader | undefined) =>
      new Set(await found({ ...(who && { reader: who }), sought: [word('丈夫')] }));
    const all = new Set([secret, switched, beside, open]);
    expect(await seenBy(reader)).toEqual(all);
    expect(await seenBy(undefined)).toEqual(all);
    expect(await seenBy({ ...reader, roles: ['cook'] })).toEqual(new Set([open]));
    // Its number is no secret.
    expect(
      await found({ reader: { ...reader, roles: [] }, sought: [word(secret.toLowerCase())] }),
    ).toEqual([secret]);
  });

  it('is walked page by page without leaving anything out, whatever its dues', async () => {
    const steps = fc.oneof(
      fc.record({ due: fc.integer({ min: 0, max: 3 }) }).map(({ due }) => [step('a', { due })]),
      fc.constant([step('a')]),
      fc.constant([step('a', { due: 1, lateAt: 2 })]),
      fc.constant([step('a', { status: 'undecided' })]),
      fc.constant([step('a', { status: 'between' })]),
      fc.constant([step('a', { status: 'done' }), { kind: 'closed' } as const]),
    );
    const walk = fc.record({
      size: fc.integer({ min: 1, max: 6 }),
      closed: fc.constantFrom(undefined, true, false),
      incidents: fc.array(fc.record({ told: steps, reportedAt: fc.integer({ min: 0, max: 2 }) }), {
        minLength: 1,
        maxLength: 12,
      }),
    });
    let run_ = 0;
    await fc.assert(
      fc.asyncProperty(walk, async ({ size, closed, incidents }) => {
        const procedure = `walked-${(run_ += 1)}`;
        for (const { told, reportedAt: at } of incidents)
          await run({ procedure, reportedAt: at }, ...(told as readonly LogData[]));
        const narrow = { procedure, ...(closed !== undefined && { closed }) };
        const all = await found(narrow);
        const walked: string[] = [];
        let after: IncidentPlace | undefined;
        for (;;) {
          const { before } = await store.incidents.count(narrow, after);
          expect(before).toBe(walked.length);
          const page = await store.incidents.list({
            ...narrow,
            limit: size,
            ...(after && { after }),
          });
          walked.push(...page.map(({ id }) => id));
          const last = page.at(-1);
          if (last === undefined) break;
          after = placeInList(last);
        }
        expect(walked).toEqual(all);
        expect((await store.incidents.count(narrow)).all).toBe(all.length);
      }),
      { numRuns: 15 },
    );
  });

  it('begins with incidents in which nobody is prompted', async () => {
    const procedure = 'nobody';
    const late = await run({ procedure }, step('a', { due: 1, lateAt: 2 }));
    const nobody = await run({ procedure }, step('a', { status: 'undecided' }));
    const judged = await run(
      { procedure },
      step('a', {
        status: 'done',
        pending: { kind: 'confirm', judge: 'leader', by: 'x', proposed: 1, late: 'l', facts: {} },
      } as never),
    );
    const visits = await run({ procedure }, step('a', { status: 'between' }));
    const list = await store.incidents.list({ procedure, limit: 9 });
    expect(list.slice(0, 2).map(({ id }) => id)).toEqual([nobody, late]);
    expect(list.filter(({ nobodyPrompted }) => nobodyPrompted).map(({ id }) => id)).toEqual([
      nobody,
    ]);
    expect(new Set(list.slice(2).map(({ id }) => id))).toEqual(new Set([judged, visits]));
    expect(await store.incidents.count({ procedure })).toMatchObject({ nobodyPrompted: 1 });
  });
});
