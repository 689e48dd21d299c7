import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogData } from '../../src/model/log-entry.ts';
import type { IncidentRecord } from '../../src/store/ports/incidents.ts';
import { placeInList } from '../../src/store/place-in-list.ts';
import type { Store } from '../../src/store/store.ts';
import { databases, opened } from './databases.ts';
import { logOf, newIncident, reportedAt, started, step, type StartedData } from './log-of.ts';

const decided = (ruleSet: string, outcome: string): LogData => ({
  kind: 'decided',
  decision: {
    ruleSet,
    decides: ruleSet,
    outcome,
    outcomes: [outcome],
    because: [],
    otherwise: false,
    missing: [],
    nearest: [],
  },
});

describe.each(databases)('incidents on $name', ({ fresh }) => {
  let store: Store;
  beforeAll(async () => void (store = await opened(await fresh())));
  afterAll(() => store.close());

  async function run(
    differing: Partial<StartedData>,
    ...told: readonly LogData[]
  ): Promise<string> {
    const incident = newIncident();
    await store.log.append({ incident, entries: logOf(started(differing), ...told), personal: [] });
    return incident;
  }
  const reader = (unit: string, reach: readonly string[] = [], person = 'p') => ({
    unit,
    reach,
    person,
  });

  it('are listed late ones first, then the nearest due, then closed ones', async () => {
    const procedure = 'sorted';
    const closed = await run({ procedure }, step('a', { due: 1, lateAt: 2 }), { kind: 'closed' });
    const none = await run({ procedure }, step('a'));
    const soon = await run({ procedure }, step('a', { due: 10 }), step('b', { due: 5 }));
    const late = await run(
      { procedure },
      step('a', { due: 20, lateAt: 21 }),
      step('b', { status: 'done', lateAt: 1 }),
    );
    const list = await store.incidents.list({ procedure, limit: 10 });
    expect(list.map(({ id }) => id)).toEqual([late, soon, none, closed]);
    expect(list).toMatchObject([
      { late: 1, openSteps: 1, nextDue: 20 },
      { late: 0, openSteps: 2, nextDue: 5 },
      { late: 0, openSteps: 1 },
      { late: 0, openSteps: 0, closedAt: reportedAt + 2000 },
    ]);
    expect(await store.incidents.count({ procedure })).toEqual({
      all: 4,
      late: 1,
      nobodyPrompted: 0,
      before: 0,
    });
    expect((await store.incidents.count({ procedure, closed: false })).all).toBe(3);
    const ids = async (narrow: object) =>
      (await store.incidents.list({ procedure, limit: 10, ...narrow })).map(({ id }) => id);
    expect(await ids({ closed: true })).toEqual([closed]);
    const [first] = list;
    expect(await ids({ closed: false, limit: 1, after: placeInList(first!) })).toEqual([soon]);
    expect(await ids({ units: [] })).toEqual([]);
    expect(await ids({ priority: 9 })).toEqual([]);
    expect(await ids({ reportedFrom: reportedAt + 1 })).toEqual([]);
    expect(await ids({ reportedTo: reportedAt })).toEqual([]);
    expect(await ids({ kind: 'procedure' })).toEqual([]);
  });

  it('are seen by their unit, by who reaches it, and by whom they bind', async () => {
    const incident = await run(
      {},
      {
        kind: 'bound',
        role: 'officer',
        binding: { unit: 'squad', person: 'pat', also: ['dogs'] },
        why: 'step',
      },
    );
    const cases = [
      [reader('east'), true],
      [reader('sub', ['sub', 'east']), true],
      [reader('squad'), true],
      [reader('dogs'), true],
      [reader('x', ['dogs']), true],
      [reader('x', [], 'pat'), true],
      [reader('west'), false],
      [reader('west', ['north']), false],
    ] as const;
    for (const [who, sees] of cases) {
      expect(await store.incidents.readable(incident, who)).toBe(sees);
      const list = await store.incidents.list({ reader: { ...who, roles: [] }, limit: 1000 });
      expect(list.some(({ id }) => id === incident)).toBe(sees);
    }
  });

  it('show what their log tells', async () => {
    const incident = await run(
      {},
      { kind: 'priority', from: 2, to: 1, why: 'rules' },
      { kind: 'standard-added', procedure: 'minor', basis: [] },
      { kind: 'bound', role: 'o', binding: { unit: 'w' }, why: 'step', handlingUnit: 'west' },
      { kind: 'joined', report: 'R2' },
      { kind: 'joined', report: 'R2' },
      { kind: 'starts', procedure: 'visits', id: 'visits:1', key: 'start/visits:1' },
      { kind: 'fact', fact: 'weapon', value: 'none', corrected: false },
      { kind: 'fact', fact: 'weapon', value: 'knife', corrected: true },
      { kind: 'fact', fact: 'name', commitment: 'c', corrected: false },
    );
    expect(await store.incidents.get(incident)).toMatchObject({
      priority: 1,
      first: 'brawl',
      procedure: 'brawl',
      beside: ['minor'],
      reports: ['R20261123-000001', 'R2'],
      started: [{ procedure: 'visits', id: 'visits:1' }],
      unit: 'west',
      bindings: { o: { unit: 'w' } },
      head: { seq: 10 },
    });
    expect(await store.incidents.answers(incident)).toEqual([
      { fact: 'weapon', value: 'knife', corrected: true, at: reportedAt + 8000 },
      { fact: 'name', commitment: 'c', corrected: false, at: reportedAt + 9000 },
    ]);
    expect(await store.incidents.get('nobody')).toBeUndefined();
    expect(await store.incidents.step(incident, 'none')).toBeUndefined();
  });

  type Switched = Extract<LogData, { kind: 'standard-switched' }>;
  type Phase = Switched['phase'] | 'back';
  it.each<readonly [readonly Phase[], string, boolean | undefined]>([
    [['proposed'], 'brawl', false],
    [['proposed', 'agreed'], 'brawl', undefined],
    [['proposed', 'agreed', 'done'], 'theft', undefined],
    [['proposed', 'rejected'], 'brawl', undefined],
    [['proposed', 'done'], 'theft', true],
    [['proposed', 'done', 'agreed'], 'theft', undefined],
    [['proposed', 'done', 'rejected'], 'theft', undefined],
    [['proposed', 'done', 'rejected', 'back'], 'brawl', undefined],
  ])('after a switch %j run %s', async (phases, procedure, acted) => {
    const incident = await run(
      {},
      ...phases.map((phase): Switched => {
        const [from, to] = phase === 'back' ? ['theft', 'brawl'] : ['brawl', 'theft'];
        return { kind: 'standard-switched', phase: phase === 'back' ? 'done' : phase, from, to };
      }),
    );
    const found = (await store.incidents.get(incident)) as IncidentRecord;
    expect([found.procedure, found.first]).toEqual([procedure, 'brawl']);
    expect(found.pendingSwitch?.acted).toBe(acted);
  });

  it('show the latest decision of each rule set, or all', async () => {
    const incident = await run({}, decided('a', '1'), decided('b', '1'), decided('a', '2'));
    const known = await store.incidents.known([{ id: incident, personal: false, steps: false }]);
    expect(
      known.get(incident)?.decisions.map(({ decision }) => [decision.ruleSet, decision.outcome]),
    ).toEqual([
      ['b', '1'],
      ['a', '2'],
    ]);
    expect(await store.incidents.decisions(incident)).toHaveLength(3);
  });

  it('tell of several at once what is known in each', async () => {
    const knife: LogData = { kind: 'fact', fact: 'weapon', value: 'knife', corrected: false };
    const name: LogData = { kind: 'fact', fact: 'name', commitment: 'c', corrected: false };
    const incidents = [
      await run({}, knife, decided('a', '1'), name, step('sign'), decided('a', '2')),
      await run({}),
      await run({}, decided('a', '3')),
    ];
    const wanted = [...incidents, 'nobody'].map((id) => ({ id, personal: true, steps: true }));
    const known = await store.incidents.known(wanted);
    for (const id of incidents) {
      expect(known.get(id)).toEqual({
        answers: await store.incidents.answers(id),
        decisions: (await store.incidents.decisions(id)).slice(-1),
        personal: {},
        steps: id === incidents[0] ? [await store.incidents.step(id, 'sign')] : [],
      });
    }
    const none = { answers: [], decisions: [], personal: {}, steps: [] };
    expect(known.get('nobody')).toEqual(none);
    expect(await store.incidents.known([])).toEqual(new Map());
  });
});
