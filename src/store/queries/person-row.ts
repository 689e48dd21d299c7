import { sql, type Selectable } from 'kysely';
import type { Person } from '../ports/directory.ts';
import type { PersonTable } from '../tables.ts';

/** The row of a person. */
export function rowOfPerson({ id, name, unit, roles, shift, beats = [], active }: Person) {
  return {
    id,
    name_zh: name.zh,
    name_en: name.en,
    unit,
    roles: sql<readonly string[]>`${[...roles]}::text[]`,
    shift: shift ?? null,
    beats: sql<readonly string[]>`${[...beats]}::text[]`,
    active,
  };
}

/** A person as their row has them. */
export function personFrom(row: Selectable<PersonTable>): Person {
  const { id, unit, roles, shift, beats, active } = row;
  const name = { zh: row.name_zh, en: row.name_en };
  return {
    id,
    name,
    unit,
    roles,
    ...(shift !== null && { shift }),
    ...(beats.length > 0 && { beats }),
    active,
  };
}
