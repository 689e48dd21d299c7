import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Binding } from '../../src/model/binding.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { aPending } from './a-pending.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, reportedAt, started, step } from './log-of.ts';
import { actor, people, populate } from './people.ts';

const bound = (role: string, binding: Binding): LogData => ({
  kind: 'bound',
  role,
  binding,
  why: 'step',
});

describe.each(databases)('prompts on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
    await populate(store);
  });
  afterAll(() => store.close());

  /** The people who are prompted in an incident that tells this, and for what. */
  async function prompted(...told: readonly LogData[]): Promise<Readonly<Record<string, string>>> {
    const incident = newIncident();
    const entries = logOf(started(), ...told);
    await store.log.append({ incident, entries, personal: [] });
    const found: [string, string][] = [];
    for (const { id } of people.filter(({ active }) => active)) {
      const prompts = await store.prompts.of({
        actor: actor(id),
        settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
        incident,
      });
      for (const { wants, step } of prompts) found.push([id, `${wants} ${step.step}`]);
    }
    return Object.fromEntries(found);
  }

  it.each<readonly [string, Binding, readonly string[]]>([
    ['everybody of the bound unit who holds the role', { unit: 'east' }, ['eve', 'eli']],
    ['the bound person alone', { unit: 'east', person: 'eve' }, ['eve']],
    ['the bound person of another unit', { unit: 'east', person: 'wes' }, ['wes']],
    ['units sent as well', { unit: 'east', person: 'eve', also: ['west'] }, ['eve', 'wes']],
  ])('for a step reach %s', async (_, binding, expected) => {
    const found = await prompted(bound('officer', binding), step('sign'));
    expect(found).toEqual(Object.fromEntries(expected.map((id) => [id, 'do sign'])));
  });

  it('for a unit in which nobody holds the role reach the next unit up', async () => {
    const leader = (unit: string) => bound('leader', { unit });
    const led = step('assess', {}, { role: 'leader' });
    expect(await prompted(leader('east'), led)).toEqual({ lea: 'do assess' });
    expect(await prompted(leader('west'), led)).toEqual({ sue: 'do assess' });
    expect(await prompted(leader('bureau'), led)).toEqual({ bob: 'do assess' });
  });

  it('for a role of the unit that nobody there has reach the leader, who hands it over', async () => {
    const sign = step('sign');
    expect(await prompted(bound('officer', { unit: 'sub' }), sign)).toEqual({ sue: 'do sign' });
    expect(await prompted(bound('officer', { unit: 'sub', also: ['west'] }), sign)).toEqual({
      wes: 'do sign',
    });
  });

  it('for an unbound role reach all who hold it', async () => {
    const central = step('inform', {}, { role: 'centre' });
    expect(await prompted(central)).toEqual({ bob: 'do inform' });
  });

  it('for a role that nobody holds reach the leader of the unit', async () => {
    const orphan = step('visit', {}, { role: 'diver' });
    expect(await prompted(orphan)).toEqual({ lea: 'do visit' });
    expect(await prompted(bound('diver', { unit: 'west' }), orphan)).toEqual({ sue: 'do visit' });
  });

  it('for a proposed deviation reach the judge, and still who can do the step', async () => {
    const officer = bound('officer', { unit: 'east', person: 'eve' });
    const deviating = step('sign', { pending: aPending({ kind: 'deviation' }) });
    expect(await prompted(officer, bound('leader', { unit: 'east' }), deviating)).toEqual({
      eve: 'do sign',
      lea: 'judge sign',
    });
  });

  it('for a judgement reach who holds its role, never who proposed it, and nobody to do the step', async () => {
    const officer = bound('leader', { unit: 'east' });
    const by = (id: string) => step('sign', { pending: aPending({ by: id }) });
    expect(await prompted(officer, by('eve'))).toEqual({ lea: 'judge sign' });
    // Her own proposal goes to the next unit up.
    expect(await prompted(officer, by('lea'))).toEqual({ sue: 'judge sign' });
    expect(await prompted(bound('leader', { unit: 'west' }), by('wes'))).toEqual({
      sue: 'judge sign',
    });
    expect(await prompted(bound('leader', { unit: 'sub', person: 'bob' }), by('eve'))).toEqual({
      bob: 'judge sign',
    });
    expect(await prompted(bound('leader', { unit: 'east', person: 'lea' }), by('lea'))).toEqual({
      sue: 'judge sign',
    });
  });

  it('for a confirmation reach the judge though the step is done', async () => {
    const confirm = aPending({ kind: 'confirm' });
    const leader = bound('leader', { unit: 'east' });
    expect(await prompted(leader, step('sign', { status: 'done', pending: confirm }))).toEqual({
      lea: 'judge sign',
    });
  });

  it('are not given for what is not open, or in a closed incident', async () => {
    const officer = bound('officer', { unit: 'east' });
    for (const status of ['waiting', 'undecided', 'between', 'done', 'superseded'] as const) {
      expect(await prompted(officer, step('sign', { status }))).toEqual({});
    }
    expect(await prompted(officer, step('sign'), { kind: 'closed' })).toEqual({});
  });

  it('come nearest due first, without due last, with incident and place', async () => {
    const eve = { ...actor('eve'), person: 'somebody-new', unit: 'squad' };
    const report = await store.reports.take({
      idempotencyKey: 'k',
      sender: 's',
      digest: 'd',
      localDate: '2026-11-23',
      channel: 'call',
      at: 1,
      received: 2,
      unit: 'east',
      text: 'help',
      place: '学府路 12 号',
      facts: {},
    });
    if (!report.taken) throw new Error('not taken');
    const officer = bound('officer', { unit: 'squad', person: eve.person });
    const [one, two] = [newIncident(), newIncident()];
    const first = logOf(
      started({ report: report.report.id }),
      officer,
      step('none'),
      step('later', { due: reportedAt + 9 }),
    );
    const second = logOf(
      started(),
      officer,
      step('soon', { due: reportedAt }, { dueNow: reportedAt + 5 }),
      step('judged', { pending: aPending({ judge: 'officer', due: reportedAt + 7 }) }),
    );
    await store.log.append({ incident: one, entries: first, personal: [] });
    await store.log.append({ incident: two, entries: second, personal: [] });
    const prompts = await store.prompts.of({
      actor: eve,
      settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
    });
    expect(prompts.map(({ step }) => step.step)).toEqual(['soon', 'judged', 'later', 'none']);
    expect(prompts[2]).toMatchObject({ incident: { id: one }, place: '学府路 12 号', wants: 'do' });
    expect(prompts[1]).toMatchObject({
      incident: { id: two, nextDue: reportedAt + 5 },
      wants: 'judge',
    });
    expect(
      await store.prompts.of({
        actor: eve,
        settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
        limit: 1,
      }),
    ).toHaveLength(1);
    expect(
      await store.prompts.of({
        actor: eve,
        settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
        incident: two,
      }),
    ).toHaveLength(2);
  });
});

describe.each(databases)('notices on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => {
    store = await opened(await fresh());
    await populate(store);
  });
  afterAll(() => store.close());

  const heard = async (id: string, incident: string, unseen = false) =>
    store.notices.of({
      actor: actor(id),
      settings: { leader: 'leader', beat: 'beat', downward: ['leader'] },
      incident,
      unseen,
      limit: 100,
    });

  it('reach the role that each entry tells, once for each key', async () => {
    const incident = newIncident();
    const entries = logOf(
      started(),
      bound('officer', { unit: 'east', person: 'eve' }),
      bound('leader', { unit: 'east' }),
      step('sign', { due: 5 }),
      { kind: 'reminded', key: 'r1', due: 5, tell: ['officer'] },
      { kind: 'reminded', key: 'r1', due: 5, tell: ['officer'] },
      [
        { kind: 'late', key: 'l1', of: 'step', due: 5, ladder: 'x' },
        { step: 'sign', occurrence: 1 },
      ],
      {
        kind: 'rung',
        key: 'g1',
        rung: '1',
        ladder: 'x',
        tell: ['leader', 'centre'],
        do: ['raise-priority'],
      },
      [
        { kind: 'told', who: 'officer', what: 'rejected' },
        { step: 'sign', by: 'lea' },
      ],
    );
    await store.log.append({ incident, entries, personal: [] });
    expect((await heard('eve', incident)).map(({ data }) => data)).toEqual([
      { kind: 'told', what: 'rejected', step: 'sign', by: 'lea' },
      { kind: 'late', of: 'step', due: 5, step: 'sign', occurrence: 1 },
      { kind: 'reminded', due: 5 },
    ]);
    expect(await heard('eli', incident)).toEqual([]);
    const rung = { kind: 'rung', ladder: 'x', rung: '1', do: ['raise-priority'] };
    expect((await heard('bob', incident)).map(({ role, data }) => [role, data])).toEqual([
      ['centre', rung],
    ]);
    expect((await heard('lea', incident)).map(({ role }) => role)).toEqual(['leader']);
  });

  // The handling officer is the one of the scene here: nobody holds that role by name.
  it('of a step reach who has it here, where its role stands for another', async () => {
    const incident = newIncident();
    const rejected: LogData = { kind: 'told', who: 'handler', what: 'rejected' };
    const reminded: LogData = { kind: 'reminded', key: 'r', due: 5, tell: ['handler'] };
    const entries = logOf(
      started(),
      bound('officer', { unit: 'east', person: 'eve' }),
      bound('leader', { unit: 'east' }),
      step('sign'),
      [reminded, { step: 'sign' }],
      [rejected, { step: 'sign', by: 'lea' }],
    );
    await store.log.append({ incident, entries, personal: [] });
    const told = (await heard('eve', incident)).map(({ role, data }) => [role, data.kind]);
    expect(told).toEqual([
      ['officer', 'told'],
      ['officer', 'reminded'],
    ]);
    expect(await heard('lea', incident)).toEqual([]);
  });

  it('tell a late judgement to its judge', async () => {
    const incident = newIncident();
    const entries = logOf(
      started(),
      bound('leader', { unit: 'east' }),
      step('sign', { pending: aPending() }),
      [{ kind: 'late', key: 'l', of: 'judgement', due: 5, ladder: 'x' }, { step: 'sign' }],
    );
    await store.log.append({ incident, entries, personal: [] });
    expect(await heard('lea', incident)).toMatchObject([{ role: 'leader', key: 'l' }]);
    expect(await heard('eve', incident)).toEqual([]);
  });

  it('are seen by each person alone', async () => {
    const incident = newIncident();
    const entries = logOf(started(), bound('officer', { unit: 'east' }), {
      kind: 'reminded',
      key: 'k',
      due: 1,
      tell: ['officer'],
    });
    await store.log.append({ incident, entries, personal: [] });
    const ids = (await heard('eve', incident, true)).map(({ id }) => id);
    await store.notices.seen(ids, 'eve', 7);
    await store.notices.seen([...ids, ...ids], 'eve', 8);
    expect(await heard('eve', incident, true)).toEqual([]);
    expect(await heard('eve', incident)).toMatchObject([{ seen: true }]);
    expect(await heard('eli', incident, true)).toMatchObject([{ seen: false }]);
  });
});
