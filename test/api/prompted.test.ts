import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../src/api/access/actor-of.ts';
import { createAuthorizer } from '../../src/api/access/authorizer.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import { indexRelease } from '../../src/api/release/release-index.ts';
import { holdsRole } from '../../src/procedure/role-holder.ts';
import type { Binding } from '../../src/model/binding.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { logOf, newIncident, started, step } from '../store/log-of.ts';
import { people, roles, sampleRelease, settle, units } from './bureau.ts';

const release = sampleRelease();
const index = indexRelease(release, roles);
const { settings: own, ...theft } = index.procedure('theft');
const spec = {
  ...theft,
  roles: index.roles,
  settings: { ...own, facts: { ...own.facts, beat: 'beat' } },
};
const active = people.filter((each) => each.active);
const directory = { tree: buildUnitTree(units), people: active };
const actors = active.map((person) => actorOf(person, index.roles, directory));
const settings = {
  leader: own.leader,
  beat: 'beat',
  downward: Object.values(index.roles).flatMap(({ id, bound }) => (bound === 'shift' ? [id] : [])),
};

const authorizer = createAuthorizer();
let store: Store;
beforeAll(async () => {
  const opening = await openStore({ memory: true });
  if (!opening.opened) throw new Error(opening.failure.message.en);
  store = opening.store;
  await settle(store, release);
});
afterAll(() => store.close());

// A role and a unit in which somebody holds it: what nobody there holds is shown to the next unit up.
const staffed = fc.constantFrom(
  ...active.flatMap(({ unit, roles }) =>
    roles
      .filter((role) => ['unit', 'beat', 'shift'].includes(index.roles[role]?.bound ?? ''))
      .map((role) => ({ role, unit })),
  ),
);
const incident = fc.record({
  staffed,
  isBound: fc.boolean(),
  person: fc.constantFrom(...active),
  also: fc.option(fc.constantFrom(...units.map(({ id }) => id)), { nil: undefined }),
  beat: fc.option(fc.constantFrom('north', 'south', 'nobodys'), { nil: undefined }),
});

test('who is prompted for a step is who the engine lets do it, whatever is bound and whose beat it is', async () => {
  await fc.assert(
    fc.asyncProperty(incident, async ({ staffed: { role, unit }, isBound, person, also, beat }) => {
      const binding: Binding = {
        unit,
        ...(isBound && person.roles.includes(role) && { person: person.id }),
        ...(also !== undefined && { also: [also] }),
      };
      const id = newIncident();
      const told: readonly LogData[] = [
        started({ unit }),
        { kind: 'bound', role, binding, why: 'started' },
      ];
      const answered: readonly LogData[] =
        beat === undefined ? [] : [{ kind: 'fact', fact: 'beat', value: beat, corrected: false }];
      const entries = logOf(...told, ...answered, step('act', {}, { role }));
      await store.log.append({ incident: id, entries, personal: [] });
      const answers = beat === undefined ? {} : { beat };
      const state = { answers, bindings: { [role]: binding }, unit } as unknown as ProcedureState;
      for (const actor of actors) {
        const prompts = await store.prompts.of({ actor, settings, incident: id });
        const isHolder = holdsRole(spec, state, role, actor);
        // Whoever is prompted can open what the prompt is of.
        const access = { id, unit, bindings: { [role]: binding }, isProtected: true };
        if (prompts.length > 0) {
          const { allowed } = authorizer.incident(actor, 'readIncident', access, directory.tree);
          expect([actor.person, allowed]).toEqual([actor.person, true]);
        }
        // A leader above may act, and is asked only where nobody below is there.
        if (isHolder && index.roles[role]?.bound === 'shift') continue;
        expect([actor.person, prompts.length > 0]).toEqual([actor.person, isHolder]);
      }
    }),
    { numRuns: 60 },
  );
});
