import type { Actor } from '../../src/model/actor.ts';
import type { Person, Unit } from '../../src/store/ports/directory.ts';
import type { Store } from '../../src/store/store.ts';

const unit = (id: string, parent?: string): Unit => ({
  id,
  ...(parent !== undefined && { parent }),
  kind: 'station',
  title: { zh: `${id}单位`, en: id },
});

const person = (id: string, at: string, ...roles: readonly string[]): Person => ({
  id,
  name: { zh: `${id}某`, en: id },
  unit: at,
  roles,
  active: true,
});

/** A sub-bureau with two stations; the western one has no leader, and the bureau above has one more. */
export const units: readonly Unit[] = [
  unit('east', 'sub'),
  unit('west', 'sub'),
  {
    ...unit('sub', 'bureau'),
    zone: 'urban',
    partner: 'west',
    position: { latitude: 1.5, longitude: 2 },
  },
  unit('bureau'),
];

export const people: readonly Person[] = [
  { ...person('eve', 'east', 'officer'), beats: ['north', '敦化坊一区'] },
  person('eli', 'east', 'officer'),
  person('lea', 'east', 'leader'),
  person('wes', 'west', 'officer'),
  { ...person('old', 'west', 'leader'), active: false },
  { ...person('sue', 'sub', 'leader'), shift: 'night' },
  person('bob', 'bureau', 'leader', 'centre'),
];

/** The actor that a person is. */
export function actor(id: string): Actor {
  const found = people.find((one) => one.id === id)!;
  const reach = { lea: ['east'], sue: ['sub', 'east', 'west'], bob: units.map((one) => one.id) };
  return {
    person: id,
    unit: found.unit,
    roles: found.roles,
    reach: id in reach ? reach[id as keyof typeof reach] : [],
  };
}

export const populate = (store: Store): Promise<void> => store.directory.replace({ units, people });
