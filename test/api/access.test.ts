import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asReader, type AccessActor } from '../../src/api/access/access-actor.ts';
import { actorOf } from '../../src/api/access/actor-of.ts';
import { createAuthorizer } from '../../src/api/access/authorizer.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import { indexRelease } from '../../src/api/release/release-index.ts';
import { chainEntries, chainStart } from '../../src/machine/log-chain.ts';
import type { Binding } from '../../src/model/binding.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { step } from '../store/log-of.ts';
import { people, roles, sampleRelease, settle, units } from './bureau.ts';

const release = sampleRelease();
const { roles: roleSpecs } = indexRelease(release, roles);
const tree = buildUnitTree(units);
const authorizer = createAuthorizer();
const actors = people.map((person) => actorOf(person, roleSpecs, { tree, people }));
// Some of the same people where their roles see otherwise, in every mixture.
const seeing = ['all', 'asked', 'reads'] as const;
const specialists = seeing.flatMap((sees) =>
  people.map((person) => {
    const title = { zh: '专', en: 'Special' };
    const special = {
      ...roleSpecs,
      lab: { id: 'lab', title, bound: 'shift', sees },
      fraud: { id: 'fraud', title, bound: 'centre', sees: 'asked' },
    } as const;
    const held = { ...person, roles: [...person.roles, 'lab', 'fraud'] };
    return actorOf(held, special, { tree, people });
  }),
);
const actor = (id: string): AccessActor => actors.find(({ person }) => person === id) ?? fail(id);
const fail = (what: string): never => {
  throw new Error(`${what} is missing`);
};

let store: Store;
beforeAll(async () => {
  const opening = await openStore({ memory: true });
  if (!opening.opened) throw new Error(opening.failure.message.en);
  store = opening.store;
  await settle(store, release);
});
afterAll(() => store.close());

const unitId = fc.constantFrom(...units.map(({ id }) => id));
const binding: fc.Arbitrary<Binding> = fc
  .record(
    {
      unit: unitId,
      person: fc.constantFrom(...people.map(({ id }) => id)),
      also: fc.uniqueArray(unitId, { maxLength: 2 }),
    },
    { requiredKeys: ['unit'] },
  )
  .map((made) => made as Binding);
const incident = fc.record({
  unit: unitId,
  bindings: fc.dictionary(
    fc.constantFrom('operator', 'scene-officer', 'leader', 'handler'),
    binding,
    {
      maxKeys: 3,
    },
  ),
  asked: fc.array(
    fc.record({
      role: fc.constantFrom('lab', 'fraud', 'handler'),
      how: fc.constantFrom('open', 'done', 'waiting', 'judge', 'told'),
    }),
    { maxLength: 3 },
  ),
});
type Asking = Parameters<Parameters<typeof incident.map>[0]>[0]['asked'];

let written = 0;
const askedBy = ({ role, how }: Asking[number], index: number): LogData => {
  const about = { procedure: 'theft', role } as const;
  const name = `step-${index}`;
  switch (how) {
    case 'open':
      return step(name, {}, about);
    case 'done':
      return step(name, { status: 'done', opened: 1 }, about);
    case 'waiting':
      return step(name, { status: 'waiting' }, about);
    case 'judge': {
      const pending = { kind: 'approve', by: 'p', unit: 'east', proposed: 1, happened: 1 } as const;
      const rest = { judge: role, late: 'l', facts: {}, evidence: [] };
      const row = { status: 'waiting', pending: { ...pending, ...rest } } as const;
      return step(name, row, { procedure: 'theft', role: 'handler' });
    }
    case 'told':
      return { kind: 'told', who: role, what: 'done' };
  }
};

async function write(
  unit: string,
  bindings: Readonly<Record<string, Binding>>,
  {
    procedure = 'theft',
    asked = [],
  }: { readonly procedure?: string; readonly asked?: Asking } = {},
): Promise<string> {
  written += 1;
  const id = `access-${written}`;
  const told: readonly LogData[] = [
    {
      kind: 'started',
      procedure,
      procedureKind: 'standard',
      release: release.hash,
      report: `R-${written}`,
      reportedAt: 0,
      channel: '110',
      unit,
      priority: 3,
    },
    ...Object.entries(bindings).map(([role, bound]): LogData => ({
      kind: 'bound',
      role,
      binding: bound,
      why: 'started',
    })),
    ...asked.map(askedBy),
  ];
  const drafts = told.map((data) => ({ at: 0, recorded: 0, data }));
  const { entries } = chainEntries({ seq: 0, hash: chainStart }, drafts);
  await store.log.append({ incident: id, entries, personal: [] });
  return id;
}

async function tell(incident: string, text: string): Promise<void> {
  const taking = await store.reports.take({
    idempotencyKey: incident,
    sender: 'ora',
    digest: 'd',
    localDate: '2026-03-02',
    channel: '110',
    at: 0,
    received: 0,
    unit: 'east',
    text,
    facts: {},
  });
  if (!taking.taken) throw new Error(taking.code);
  await store.reports.started(taking.report.id, { incident, joined: false });
}

describe('who may read an incident', () => {
  test('is the same to the policies as to the list, for any bindings and every person', async () => {
    await fc.assert(
      fc.asyncProperty(incident, async ({ unit, bindings, asked }) => {
        const id = await write(unit, bindings, { asked });
        const found = (await store.incidents.get(id))!;
        for (const each of [...actors, ...specialists]) {
          const { person } = each;
          const listed = await store.incidents.readable(id, asReader(each));
          const access = { id, unit, bindings, asked: found.asked, isProtected: false };
          const { allowed } = authorizer.incident(each, 'readIncident', access, tree);
          expect([person, allowed]).toEqual([person, listed]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('and finds its words is the same to the policies as to the search', async () => {
    await fc.assert(
      fc.asyncProperty(incident, fc.boolean(), async ({ unit, bindings, asked }, isProtected) => {
        const procedure = isProtected ? 'theft' : 'injury';
        const id = await write(unit, bindings, { procedure, asked });
        const known = (await store.incidents.get(id))!;
        await tell(id, `told-${written}.`);
        for (const each of [...actors, ...specialists]) {
          const { person, roles: held } = each;
          const found = await store.incidents.list({
            reader: { ...asReader(each), roles: held },
            sought: [{ word: `told-${written}.`, procedures: [], units: [] }],
            limit: 9,
          });
          const access = { id, unit, bindings, asked: known.asked, isProtected };
          const { allowed } = authorizer.incident(each, 'readProtected', access, tree);
          expect([person, found.length > 0]).toEqual([person, allowed]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['sam', 'of the unit', true],
    ['lee', 'leads the unit', true],
    ['top', 'leads the unit above', true],
    ['cat', 'sits in the centre of the bureau', true],
    ['aud', 'reads everything', true],
    ['wes', 'is of another station', false],
    ['wu', 'leads another station', false],
  ])('%s, who %s: %s', (person, _, allowed) => {
    const access = { id: 'i', unit: 'east', bindings: {}, isProtected: true };
    expect(authorizer.incident(actor(person), 'readIncident', access, tree).allowed).toBe(allowed);
  });
});

describe('who may read the names in a protected incident', () => {
  const bindings = {
    operator: { unit: 'east' },
    'scene-officer': { unit: 'east', person: 'sam', also: ['west'] },
  };
  const access = { id: 'i', unit: 'east', bindings, isProtected: true };
  test.each([
    ['sam', 'bound by name', true],
    ['ora', 'holds a role bound to the unit', true],
    ['wes', 'holds the role in a unit sent as well', true],
    ['lee', 'leads the unit', true],
    ['sue', 'holds the role, but another person was bound', false],
    ['new', 'has no part in it', false],
  ])('%s, who %s: %s', (person, _, allowed) => {
    expect(authorizer.incident(actor(person), 'readProtected', access, tree).allowed).toBe(allowed);
  });

  test('in one that protects nobody all of the unit may', () => {
    const open = { ...access, isProtected: false };
    expect(authorizer.incident(actor('new'), 'readProtected', open, tree).allowed).toBe(true);
  });
});

test('what no policy names is refused, also to a leader of everything', () => {
  expect(authorizer.system(actor('cat'), 'readLog', tree).allowed).toBe(true);
  expect(authorizer.system(actor('lee'), 'readLog', tree).allowed).toBe(false);
  expect(() => authorizer.system(actor('cat'), 'erase' as never, tree)).toThrow();
});
