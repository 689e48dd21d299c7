import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewReportRecord } from '../../src/store/ports/reports.ts';
import type { Store } from '../../src/store/store.ts';
import { aRelease } from './a-release.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, started } from './log-of.ts';
import { people, populate, units } from './people.ts';
import { eraseRows, wholeReport } from './erase.ts';

const report = (differing: Partial<NewReportRecord> = {}): NewReportRecord => ({
  idempotencyKey: 'k',
  sender: 'desk',
  digest: 'd',
  localDate: '2026-11-23',
  channel: 'call',
  at: 1,
  received: 2,
  unit: 'east',
  text: '打架',
  facts: { weapon: true },
  ...differing,
});

describe.each(databases)('what is kept beside the logs on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => void (store = await opened(await fresh())));
  afterAll(() => store.close());

  const taken = async (differing: Partial<NewReportRecord>) => {
    const taking = await store.reports.take(report(differing));
    if (!taking.taken) throw new Error(taking.code);
    return taking;
  };

  it('numbers the reports of each day without a gap, also when they come at once', async () => {
    const day = { localDate: '2026-01-01' };
    const at = await Promise.all(
      Array.from({ length: 12 }, (_, i) => taken({ ...day, idempotencyKey: `day-${i}` })),
    );
    const numbers = at.map(({ report }) => report.id).sort();
    expect(numbers).toEqual(
      Array.from({ length: 12 }, (_, i) => `R20260101-${String(i + 1).padStart(6, '0')}`),
    );
    const next = await taken({ localDate: '2026-01-02', idempotencyKey: 'next' });
    expect(next.report.id).toBe('R20260102-000001');
  });

  it('takes a report once for each key of a sender, and refuses the key for another', async () => {
    const [one, two] = await Promise.all([taken({}), taken({})]);
    expect(two.report).toEqual(one.report);
    expect([one.fresh, two.fresh].sort()).toEqual([false, true]);
    expect(await store.reports.take(report({ digest: 'other' }))).toEqual({
      taken: false,
      code: 'key-reused',
      report: one.report.id,
    });
    expect((await taken({ sender: 'radio' })).report.id).not.toBe(one.report.id);
    const { localDate: _, ...content } = report();
    expect(one.report).toEqual({ ...content, id: one.report.id, status: 'inbox', attempts: 0 });
  });

  it('retries what is in the inbox, oldest first, and not what was tried just now', async () => {
    const old = (await taken({ idempotencyKey: 'old', received: 0 })).report.id;
    await store.reports.failed(old, 100, 'engine away\0');
    const first = async (triedBefore: number) =>
      (await store.reports.toRetry({ triedBefore, limit: 100 })).map(({ id }) => id)[0];
    expect(await first(100)).not.toBe(old);
    expect(await first(101)).toBe(old);
    expect(await store.reports.get(old)).toMatchObject({
      attempts: 1,
      lastTried: 100,
      lastError: 'engine away',
    });
    await store.reports.decided(old, { incident: 'I-9', procedure: 'brawl', release: 'h' });
    expect(await first(101)).toBe(old);
    await store.reports.started(old, { incident: 'I-9', joined: false });
    expect(await first(101)).not.toBe(old);
    expect(await store.reports.get(old)).toMatchObject({ status: 'started', procedure: 'brawl' });
    expect((await store.reports.ofIncident('I-9')).map(({ id }) => id)).toEqual([old]);
  });

  it('gives the first report of each incident, and none of those that have none', async () => {
    const [second, first, other] = [
      (await taken({ idempotencyKey: 'second', received: 8 })).report.id,
      (await taken({ idempotencyKey: 'first', received: 7 })).report.id,
      (await taken({ idempotencyKey: 'other', received: 9 })).report.id,
    ];
    await store.reports.started(second, { incident: 'I-20', joined: true });
    await store.reports.started(first, { incident: 'I-20', joined: false });
    await store.reports.started(other, { incident: 'I-21', joined: false });
    const found = await store.reports.firstOf(['I-20', 'I-21', 'I-none']);
    expect([...found].map(([incident, { id }]) => [incident, id])).toEqual([
      ['I-20', first],
      ['I-21', other],
    ]);
  });

  it('takes a report out of the inbox when the log of its incident comes first', async () => {
    const { report } = await taken({ idempotencyKey: 'by-log' });
    const incident = newIncident();
    const entries = logOf(started({ report: report.id }));
    await store.log.append({ incident, entries, personal: [] });
    expect(await store.reports.get(report.id)).toMatchObject({ status: 'started', incident });
  });

  it('erases what a report says of persons, and knows it no more by its key or content', async () => {
    const reporter = { name: '李四', phone: '123' };
    const differing = { idempotencyKey: 'erase', place: '学府路', reporter };
    const { report } = await taken(differing);
    expect(report.reporter).toEqual({ name: '李四', phone: '123' });
    await eraseRows(store, { incident: '', reports: [wholeReport(report.id, ['weapon'])] });
    const erased = await store.reports.get(report.id);
    expect(JSON.stringify(erased)).not.toMatch(/李四|123"|学府路|打架|weapon/);
    expect(erased).toMatchObject({ erased: 99, digest: '' });
    expect(JSON.stringify(erased)).not.toContain('"erase"');
    expect(await taken(differing)).toMatchObject({ fresh: true });
    expect((await store.reports.latest({ units: ['east'], limit: 1 })).length).toBe(1);
    expect(await store.reports.latest({ units: [], limit: 1 })).toEqual([]);
  });

  it('keeps units and people as given, and overwrites them', async () => {
    await populate(store);
    await populate(store);
    const byId = <T extends { id: string }>(list: readonly T[]) =>
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await store.directory.units()).toEqual(byId(units));
    expect(await store.directory.people()).toEqual(byId(people));
    expect(await store.directory.below('sub')).toEqual(['east', 'sub', 'west']);
    const ids = async (narrow: object) =>
      (await store.directory.people(narrow)).map(({ id }) => id);
    expect(await ids({ role: 'leader', active: true })).toEqual(['bob', 'lea', 'sue']);
    expect(await ids({ unit: 'west', active: false })).toEqual(['old']);
    const [eve] = people;
    await store.directory.replace({ units: [], people: [{ ...eve!, unit: 'west' }] });
    expect(await store.directory.person('eve')).toEqual({ ...eve, unit: 'west' });
    expect(await store.directory.unit('nowhere')).toBeUndefined();
  });

  it('knows an account by its name and by its person', async () => {
    const account = { person: 'eve', name: '100001', passwordHash: 'h', sample: false };
    await store.accounts.put({ person: 'eve', name: '100001', passwordHash: 'h' });
    expect(await store.accounts.byName('100001')).toEqual(account);
    expect(await store.accounts.of('eve')).toEqual(account);
    await store.accounts.put({ ...account, sample: true });
    expect(await store.accounts.of('eve')).toEqual({ ...account, sample: true });
    expect(await store.accounts.byName('nobody')).toBeUndefined();
  });

  it('knows a session until it expires or ends', async () => {
    const session = { tokenHash: 't', person: 'eve', created: 1, expires: 100, confirmed: 1 };
    await store.sessions.begin(session);
    await store.sessions.begin({ ...session, tokenHash: 'u' });
    const at = (now: number) => ({ now, idleMax: 1000 });
    const holder = await store.directory.person('eve');
    expect(holder).toBeDefined();
    expect(await store.sessions.seen('t', at(50))).toEqual({
      ...session,
      lastSeen: 50,
      holder,
      sample: true,
    });
    await store.sessions.begin({ ...session, tokenHash: 'nobodys', person: 'gone', expires: 99 });
    expect(await store.sessions.seen('nobodys', at(50))).not.toHaveProperty('holder');
    expect(await store.sessions.look('t', at(50))).toMatchObject({ lastSeen: 50 });
    expect(await store.sessions.seen('t', at(100))).toBeUndefined();
    expect(await store.sessions.look('t', at(100))).toBeUndefined();
    await store.sessions.end('t');
    expect(await store.sessions.seen('t', at(50))).toBeUndefined();
    expect(await store.sessions.sweep(100)).toBe(2);
    await store.sessions.begin(session);
    await store.sessions.endAllOf('eve');
    expect(await store.sessions.seen('t', at(50))).toBeUndefined();
  });

  it('does not know a session that nobody used for too long; looking whether it runs is no use', async () => {
    const session = { tokenHash: 'idle', person: 'eve', created: 1, expires: 1000, confirmed: 1 };
    await store.sessions.begin(session);
    const at = (now: number) => ({ now, idleMax: 10 });
    expect(await store.sessions.seen('idle', at(11))).toBeDefined();
    expect(await store.sessions.look('idle', at(21))).toBeDefined();
    expect(await store.sessions.look('idle', at(22))).toBeUndefined();
    expect(await store.sessions.seen('idle', at(22))).toBeUndefined();
    await store.sessions.end('idle');
  });

  it('marks a session as seen once a sixtieth of what it may be idle, and no later', async () => {
    const busy = { tokenHash: 'busy', person: 'eve', created: 0, expires: 9999, confirmed: 0 };
    await store.sessions.begin(busy);
    const seenAt = async (now: number) =>
      (await store.sessions.seen('busy', { now, idleMax: 600 }))?.lastSeen;
    expect(await seenAt(9)).toBe(0);
    expect(await seenAt(10)).toBe(10);
    expect(await seenAt(19)).toBe(10);
    expect(await seenAt(610)).toBe(610);
    await store.sessions.end('busy');
  });

  it('goes on with a session under another token once its password was asked for again', async () => {
    const session = { tokenHash: 'old', person: 'eve', created: 1, expires: 1000, confirmed: 1 };
    await store.sessions.begin(session);
    const at = { now: 50, idleMax: 100 };
    expect(await store.sessions.renew('old', { tokenHash: 'new', confirmed: 50 })).toBe(true);
    expect(await store.sessions.seen('old', at)).toBeUndefined();
    const { tokenHash: _, ...rest } = session;
    expect(await store.sessions.seen('new', at)).toMatchObject({ ...rest, confirmed: 50 });
    expect(await store.sessions.renew('old', { tokenHash: 'third', confirmed: 60 })).toBe(false);
    await store.sessions.end('new');
  });

  it('ends the sessions of who leaves and of whose password is replaced, forgets their devices, and tells it', async () => {
    const told: unknown[] = [];
    const stop = store.onChange(({ standing }) => told.push(standing));
    const at = { now: 50, idleMax: 1000 };
    const begin = (tokenHash: string, person: string) =>
      store.sessions.begin({ tokenHash, person, created: 1, expires: 1000, confirmed: 1 });
    const account = { person: 'eve', name: '100001', passwordHash: 'h' };
    await store.accounts.put(account);
    await begin('e1', 'eve');
    await begin('b1', 'bob');
    await store.devices.note({ tokenHash: 'd', person: 'eve', seen: 40 });
    await store.accounts.put(account);
    expect(await store.sessions.look('e1', at)).toBeDefined();
    expect(await store.devices.knows({ tokenHash: 'd', person: 'eve' }, 40)).toBe(true);
    expect(await store.devices.knows({ tokenHash: 'd', person: 'eve' }, 41)).toBe(false);
    expect(await store.devices.knows({ tokenHash: 'd', person: 'bob' }, 0)).toBe(false);

    await store.accounts.put({ ...account, passwordHash: 'another' });
    expect(await store.sessions.look('e1', at)).toBeUndefined();
    expect(await store.devices.knows({ tokenHash: 'd', person: 'eve' }, 0)).toBe(false);
    expect(await store.sessions.look('b1', at)).toBeDefined();
    await expect.poll(() => told).toContain('eve');

    const bob = (await store.directory.person('bob'))!;
    await store.directory.replace({ units: [], people: [{ ...bob, active: false }] });
    expect(await store.sessions.look('b1', at)).toBeUndefined();
    await expect.poll(() => told).toContain('bob');
    stop();
  });

  it('counts tries by key before they are made, at the same time too, and takes back only those that were good', async () => {
    const budgets = [
      { key: 'few', tries: 3, everyMilliseconds: 100 },
      { key: 'many', tries: 5, everyMilliseconds: 10 },
    ];
    const burst = await Promise.all(
      Array.from({ length: 20 }, () => store.signInTries.take(budgets, 1000)),
    );
    expect(burst.filter(({ taken }) => taken)).toHaveLength(3);
    expect(burst.at(-1)).toEqual({ taken: false, key: 'few', again: 1100 });
    // A try that was turned away uses up nothing, here or in another budget, and does not lengthen the wait.
    const other = [budgets[1]!];
    expect((await store.signInTries.take(other, 1000)).taken).toBe(true);
    expect((await store.signInTries.take(other, 1000)).taken).toBe(true);
    expect((await store.signInTries.take(other, 1000)).taken).toBe(false);
    expect(await store.signInTries.take(budgets, 1099)).toMatchObject({ taken: false });
    expect((await store.signInTries.take(budgets, 1100)).taken).toBe(true);
    expect((await store.signInTries.take(budgets, 1100)).taken).toBe(false);
    await store.signInTries.giveBack(budgets);
    expect((await store.signInTries.take(budgets, 1100)).taken).toBe(true);
    expect((await store.signInTries.take(budgets, 1100)).taken).toBe(false);
    await store.signInTries.sweep(5000);
    expect((await store.signInTries.take(budgets, 5000)).taken).toBe(true);
  });

  it('keeps releases as they were hashed, one of them active', async () => {
    expect(await store.releases.active()).toBeUndefined();
    await store.releases.put(aRelease('h1'), 1);
    await store.releases.put(aRelease('h2'), 2);
    await store.releases.put(aRelease('h1'), 3);
    await Promise.all(['h1', 'h2', 'h1', 'h2'].map((hash) => store.releases.activate(hash)));
    await store.releases.activate('h1');
    expect(JSON.stringify(await store.releases.active())).toBe(JSON.stringify(aRelease('h1')));
    expect(await store.releases.list()).toEqual([
      { hash: 'h2', created: 2, active: false },
      { hash: 'h1', created: 1, active: true },
    ]);
    await expect(store.releases.activate('none')).rejects.toThrow(/no release none/);
    expect((await store.releases.active())?.hash).toBe('h1');
    expect(await store.releases.get('none')).toBeUndefined();
  });

  it('gives all who keep a setting the same value', async () => {
    const kept = await Promise.all(
      [1, 2, 3].map((value) => store.settings.keep('origin', { value })),
    );
    expect(new Set(kept.map(({ value }) => value)).size).toBe(1);
    await store.settings.set('origin', [1]);
    expect(await store.settings.get('origin')).toEqual([1]);
    expect(await store.settings.get('none')).toBeUndefined();
  });

  it('chains its own log, whatever comes at once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        store.apiLog.append('refused', { b: i, a: undefined, when: new Date(0) }, i),
      ),
    );
    const entries = await store.apiLog.read();
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await store.apiLog.read({ from: 9, limit: 1 })).toEqual([entries[8]]);
    expect(await store.apiLog.brokenAt()).toBeUndefined();
  });
});
