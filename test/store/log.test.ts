import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonalValue } from '../../src/model/log-entry.ts';
import type { SignedReceipt } from '../../src/model/signed-receipt.ts';
import type { Change } from '../../src/store/ports/change.ts';
import type { Store } from '../../src/store/store.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, reportedAt, started, step } from './log-of.ts';
import { eraseRows } from './erase.ts';

const receipt = (act: string, differing: Partial<SignedReceipt> = {}): SignedReceipt => ({
  act,
  digest: 'd1',
  kind: 'do',
  happened: 1,
  received: 2,
  by: 'p1',
  seq: 2,
  hash: 'f'.repeat(64),
  keyId: 'api/k1',
  signature: 's',
  ...differing,
});

const secret: PersonalValue = { commitment: 'c1', salt: 's', fact: 'name', value: '张三' };

describe.each(databases)('the log on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => void (store = await opened(await fresh())));
  afterAll(() => store.close());

  const append = (incident: string, entries: ReturnType<typeof logOf>) =>
    store.log.append({ incident, entries, personal: [] });

  it('gives back each entry exactly as it was hashed', async () => {
    const incident = newIncident();
    const entries = logOf(
      [started(), { by: 'p1', act: 'a1' }],
      [step('sign', { due: reportedAt, by: 'ü "quoted" \u0000 𝄞' }), { occurrence: 1 }],
      { kind: 'fact', fact: 'weapon', value: false, corrected: false },
    );
    expect(await append(incident, entries)).toEqual({ written: true, fresh: 3, last: 3 });
    const stored = await store.log.of(incident);
    expect(stored).toEqual(entries);
    expect(Object.keys(stored[0]!.data)).toEqual(Object.keys(entries[0]!.data));
    expect(verifyChain(stored)).toBeUndefined();
    expect(await store.log.of(incident, 3)).toEqual(entries.slice(2));
    expect(await store.log.lastSeq(incident)).toBe(3);
    expect(await store.log.lastSeq('nobody')).toBe(0);
  });

  it('writes a batch once, however often and however overlapping it comes', async () => {
    const incident = newIncident();
    const entries = logOf(started(), step('sign'), step('arrive'), step('clear'));
    expect(await append(incident, entries.slice(0, 2))).toMatchObject({ fresh: 2 });
    expect(await append(incident, entries.slice(0, 2))).toMatchObject({ fresh: 0, last: 2 });
    expect(await append(incident, entries.slice(1))).toMatchObject({ fresh: 2, last: 4 });
    expect(await append(incident, [])).toMatchObject({ fresh: 0, last: 4 });
    expect(await store.log.of(incident)).toEqual(entries);
  });

  it('takes writes that come at once, and one that fails takes none of the others with it', async () => {
    const heard: string[] = [];
    const incidents = Array.from({ length: 40 }, newIncident);
    // A change that was written before may be told late.
    const stop = store.onChange(({ incident = '' }) => {
      if (incidents.includes(incident)) heard.push(incident);
    });
    const entries = logOf(started(), step('sign'));
    const unlinked = entries.map((entry) => ({ ...entry, hash: 'f'.repeat(64) }));
    const written = await Promise.allSettled(
      incidents.map((incident, index) => append(incident, index % 7 === 3 ? unlinked : entries)),
    );
    await expect.poll(() => heard.length).toBe(34);
    stop();
    for (const [index, incident] of incidents.entries()) {
      const fails = index % 7 === 3;
      expect(written[index]?.status).toBe(fails ? 'rejected' : 'fulfilled');
      expect(await store.log.of(incident)).toEqual(fails ? [] : entries);
      expect(heard.filter((one) => one === incident)).toHaveLength(fails ? 0 : 1);
    }
  });

  it('keeps writers of the same incident apart', async () => {
    const incident = newIncident();
    const entries = logOf(started(), ...Array.from({ length: 20 }, (_, i) => step(`s${i}`)));
    const batches = entries.flatMap((_, i) => [entries.slice(0, i + 1), entries.slice(0, i + 1)]);
    const results = await Promise.all(batches.reverse().map((batch) => append(incident, batch)));
    expect(results.reduce((sum, result) => sum + (result.written ? result.fresh : 0), 0)).toBe(21);
    expect(await store.log.of(incident)).toEqual(entries);
    expect(await store.incidents.get(incident)).toMatchObject({ openSteps: 20 });
  });

  it('refuses entries beyond the next, and says what it has', async () => {
    const incident = newIncident();
    const entries = logOf(started(), step('sign'), step('arrive'));
    const gap = { written: false, code: 'gap' };
    expect(await append(incident, entries.slice(1))).toEqual({ ...gap, last: 0 });
    await append(incident, entries.slice(0, 1));
    expect(await append(incident, entries.slice(2))).toEqual({ ...gap, last: 1 });
    expect(await store.log.lastSeq(incident)).toBe(1);
  });

  it('throws where an entry differs from the stored one, or is not what was hashed', async () => {
    const incident = newIncident();
    const entries = logOf(started(), step('sign'), step('arrive'));
    await append(incident, entries.slice(0, 2));
    await expect(append(incident, logOf(started(), step('other')))).rejects.toThrow(/differs/);
    await expect(append(incident, [{ ...entries[2]!, by: 'forger' }])).rejects.toThrow(/altered/);
    const elsewhere = logOf(started({ unit: 'west' }), step('sign'), step('arrive'));
    await expect(append(incident, elsewhere.slice(2))).rejects.toThrow(/unlinked/);
    await expect(append(incident, [entries[1]!, entries[1]!])).rejects.toThrow();
    await expect(append(newIncident(), logOf(step('sign')))).rejects.toThrow(
      /begin with its start/,
    );
    expect(await store.log.of(incident)).toEqual(entries.slice(0, 2));
  });

  it('keeps receipts for ever, and the first one of an act', async () => {
    const incident = newIncident();
    const entries = logOf(started(), step('sign'));
    const receipts = Array.from({ length: 300 }, (_, i) => receipt(`act-${i}`));
    await store.log.append({ incident, entries, personal: [], receipts });
    await store.log.append({
      incident,
      entries,
      personal: [],
      receipts: [receipt('act-0', { digest: 'another' }), receipt('late')],
    });
    await store.log.rebuild(incident);
    expect(await store.log.receipt(incident, 'act-0')).toEqual(receipt('act-0'));
    expect(await store.log.receipt(incident, 'act-299')).toEqual(receipt('act-299'));
    expect(await store.log.receipt(incident, 'late')).toEqual(receipt('late'));
    expect(await store.log.receipt(incident, 'never')).toBeUndefined();
    expect(await store.log.receipt('elsewhere', 'act-0')).toBeUndefined();
  });

  it('erases personal values for good, and leaves the chain valid', async () => {
    const incident = newIncident();
    const entries = logOf(started(), {
      kind: 'fact',
      fact: 'name',
      commitment: 'c1',
      corrected: false,
    });
    const batch = {
      incident,
      entries,
      personal: [secret, { ...secret, commitment: 'c2', fact: 'id' }],
    };
    await store.log.append(batch);
    const asked = async (personal: boolean) =>
      (await store.incidents.known([{ id: incident, personal, steps: false }])).get(incident)
        ?.personal;
    expect((await store.log.personal(incident)).c1).toEqual(secret);
    expect(await asked(true)).toEqual(await store.log.personal(incident));
    expect(await asked(false)).toEqual({});
    await eraseRows(store, { incident, values: [{ commitment: 'c1', fact: 'name' }] });
    await store.log.append(batch);
    expect(Object.keys(await store.log.personal(incident))).toEqual(['c2']);
    expect(Object.keys((await asked(true)) ?? {})).toEqual(['c2']);
    // One that is written only afterwards comes too late.
    const late = { ...secret, commitment: 'c3', fact: 'late' };
    const values = ['c2', 'c3'].map((commitment) => ({ commitment, fact: 'id' }));
    await eraseRows(store, { incident, values });
    await store.log.append({ ...batch, personal: [...batch.personal, late] });
    expect(await store.log.personal(incident)).toEqual({});
    expect(verifyChain(await store.log.of(incident))).toBeUndefined();
  });

  it('gives instants and counts as numbers, also beyond 32 bits', async () => {
    const incident = newIncident();
    const far = Date.UTC(9999, 11, 31);
    await append(incident, logOf([started({ reportedAt: far }), { at: far, recorded: far }]));
    expect(await store.log.of(incident)).toMatchObject([{ at: far, recorded: far }]);
    expect((await store.incidents.get(incident))?.reportedAt).toBe(far);
    expect((await store.incidents.count({})).all).toBeTypeOf('number');
  });

  it('tells listeners of what is new after it can be read, and no more once they stop', async () => {
    const incident = newIncident();
    const entries = logOf(started(), {
      kind: 'reminded',
      key: 'k',
      due: 1,
      tell: ['officer'],
    });
    const heard: { readonly change: Change; readonly seq: Promise<number> }[] = [];
    const stop = store.onChange((change) => {
      if (change.incident === incident) heard.push({ change, seq: store.log.lastSeq(incident) });
    });
    await append(incident, entries);
    await append(incident, entries);
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]!.change).toEqual({
      incident,
      noticed: true,
      at: entries[1]!.recorded,
      from: 1,
    });
    expect(await heard[0]!.seq).toBe(2);
    stop();
    await append(incident, logOf(started(), entries[1]!.data, step('sign')));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(1);
  });
});
