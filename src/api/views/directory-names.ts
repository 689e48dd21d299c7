import type { Named } from '../../contract/text-contract.ts';
import type { Person, Unit } from '../../store/ports/directory.ts';
import { buildUnitTree, type UnitTree } from '../access/unit-tree.ts';

/** Units and people by name, as views show them. */
export interface DirectoryNames {
  readonly units: readonly Unit[];
  /** The people who are active now. */
  readonly people: readonly Person[];
  readonly tree: UnitTree;
  unit(id: string): Named;
  person(id: string): Named;
}

/** Names by id; an id that is not in the directory (any more) stands for itself. */
export function directoryNames(units: readonly Unit[], people: readonly Person[]): DirectoryNames {
  const unitTitles = new Map(units.map(({ id, title }) => [id, title]));
  const personNames = new Map(people.map(({ id, name }) => [id, name]));
  const named = (names: ReadonlyMap<string, Named['name']>) => (id: string) => ({
    id,
    name: names.get(id) ?? { zh: id, en: id },
  });
  return {
    units,
    people: people.filter(({ active }) => active),
    tree: buildUnitTree(units),
    unit: named(unitTitles),
    person: named(personNames),
  };
}
