import type { CedarValueJson, EntityJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { AccessActor } from './access-actor.ts';
import { boundHolds, unitsOf, type IncidentAccess } from './incident-access.ts';
import type { UnitTree } from './unit-tree.ts';

/** A name of an entity as Cedar has it. */
export const uid = (type: 'Unit' | 'Person' | 'Incident' | 'System' | 'Action', id: string) => ({
  type,
  id,
});

const reference = (type: 'Unit' | 'Person', id: string): CedarValueJson => ({
  __entity: uid(type, id),
});
const unitSet = (units: readonly string[]) => units.map((unit) => reference('Unit', unit));

/** The person who asks. */
export const personEntity = ({ person, unit, roles, access }: AccessActor): EntityJson => ({
  uid: uid('Person', person),
  attrs: {
    unit: reference('Unit', unit),
    leads: unitSet(access.leads),
    reads: unitSet(access.reads),
    onlyReads: access.onlyReads,
    holds: roles.map((role) => `${unit}/${role}`),
    serves: Object.entries(access.serves).flatMap(([role, units]) =>
      units.map((each) => `${each}/${role}`),
    ),
  },
  parents: [],
});

/** The incident, below the units that handle it. */
export function incidentEntity(access: IncidentAccess): EntityJson {
  const units = unitsOf(access);
  const persons = Object.values(access.bindings).flatMap(({ person }) => person ?? []);
  return {
    uid: uid('Incident', access.id),
    attrs: {
      units: unitSet(units),
      bound: [...boundHolds(access.bindings)],
      asked: units.flatMap((unit) => (access.asked ?? []).map((role) => `${unit}/${role}`)),
      persons: persons.map((person) => reference('Person', person)),
      isProtected: access.isProtected,
    },
    parents: units.map((unit) => uid('Unit', unit)),
  };
}

/** The system as a whole. */
export const systemEntity = (tree: UnitTree): EntityJson => ({
  uid: uid('System', 'jiechu'),
  attrs: { roots: unitSet(tree.roots) },
  parents: [],
});

/** The units named and all above them, each below its upper unit. */
export function unitEntities(tree: UnitTree, units: readonly string[]): readonly EntityJson[] {
  const entities = new Map<string, EntityJson>();
  for (const path of units.map((unit) => tree.upward(unit))) {
    path.forEach((unit, index) => {
      const upper = path[index + 1];
      const parents = upper === undefined ? [] : [uid('Unit', upper)];
      entities.set(unit, { uid: uid('Unit', unit), attrs: {}, parents });
    });
  }
  return [...entities.values()];
}
