import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actorOf } from '../../src/api/access/actor-of.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import { indexRelease } from '../../src/api/release/release-index.ts';
import { mayFillRole } from '../../src/api/views/may-fill-role.ts';
import type { Reading } from '../../src/api/views/reading.ts';
import { holdsRole } from '../../src/procedure/role-holder.ts';
import type { Binding } from '../../src/model/binding.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import { people, roles, sampleRelease, units } from './bureau.ts';

const index = indexRelease(sampleRelease(), roles);
const { settings, ...theft } = index.procedure('theft');
const facts = { ...settings.facts, beat: 'beat' };
const spec = { ...theft, roles: index.roles, settings: { ...settings, facts } };
const tree = buildUnitTree(units);
const unit = fc.constantFrom(...units.map(({ id }) => id));
const binding = fc.record(
  {
    unit,
    person: fc.constantFrom(...people.map(({ id }) => id)),
    also: fc.uniqueArray(unit, { maxLength: 2 }),
  },
  { requiredKeys: ['unit'] },
) as fc.Arbitrary<Binding>;
const roleIds = Object.keys(spec.roles);

test('what the page offers a person to do is what the engine takes from that person, by role', () => {
  fc.assert(
    fc.property(
      fc.record({
        at: unit,
        bindings: fc.dictionary(fc.constantFrom(...roleIds), binding),
        way: fc.option(fc.constantFrom('scene', 'desk'), { nil: undefined }),
        beat: fc.option(fc.constantFrom('north', 'south', 'nobodys'), { nil: undefined }),
      }),
      ({ at, beat, bindings, way }) => {
        const values = {
          ...(way !== undefined && { [facts.handledAt]: way }),
          ...(beat !== undefined && { [facts.beat]: beat }),
        };
        for (const person of people) {
          const actor = actorOf(person, index.roles, { tree, people });
          const reading = {
            actor,
            bindings,
            incident: { unit: at },
            index,
            spec,
            values,
          } as unknown as Reading;
          const state = { answers: values, bindings, unit: at } as unknown as ProcedureState;
          for (const role of roleIds) {
            expect([person.id, role, mayFillRole(reading, role)]).toEqual([
              person.id,
              role,
              holdsRole(spec, state, role, actor),
            ]);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
