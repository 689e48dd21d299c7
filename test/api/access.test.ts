import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '../../src/api/access/actor-of.ts';
import { createAuthorizer } from '../../src/api/access/authorizer.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import { indexRelease } from '../../src/api/release/release-index.ts';
import { chainEntries, chainStart } from '../../src/machine/log-chain.ts';
import type { Actor } from '../../src/model/actor.ts';
import type { Binding } from '../../src/model/binding.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { people, roles, sampleRelease, settle, units } from './bureau.ts';

const release = sampleRelease();
const { roles: roleSpecs } = indexRelease(release, roles);
const tree = buildUnitTree(units);
const authorizer = createAuthorizer();
const actors = people.map((person) => actorOf(person, roleSpecs, { tree, people }));
const actor = (id: string): Actor => actors.find(({ person }) => person === id) ?? fail(id);
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
});

let written = 0;
async function write(
  unit: string,
  bindings: Readonly<Record<string, Binding>>,
  procedure = 'theft',
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
      fc.asyncProperty(incident, async ({ unit, bindings }) => {
        const id = await write(unit, bindings);
        for (const each of actors) {
          const { person, reach } = each;
          const listed = await store.incidents.readable(id, { person, unit: each.unit, reach });
          const access = { id, unit, bindings, isProtected: false };
          const { allowed } = authorizer.incident(each, 'readIncident', access, tree);
          expect([person, allowed]).toEqual([person, listed]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('and finds its words is the same to the policies as to the search', async () => {
    await fc.assert(
      fc.asyncProperty(incident, fc.boolean(), async ({ unit, bindings }, isProtected) => {
        const id = await write(unit, bindings, isProtected ? 'theft' : 'injury');
        await tell(id, `told-${written}.`);
        for (const each of actors) {
          const { person, reach, roles: held } = each;
          const found = await store.incidents.list({
            reader: { person, unit: each.unit, reach, roles: held },
            sought: [{ word: `told-${written}.`, procedures: [], units: [] }],
            limit: 9,
          });
          const access = { id, unit, bindings, isProtected };
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
