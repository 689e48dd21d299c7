import type { Selectable } from 'kysely';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { PersonalValueTable } from '../tables.ts';

/** Personal values as their rows have them, by commitment, without those that were erased. */
export const personalFrom = (
  rows: readonly Omit<Selectable<PersonalValueTable>, 'incident'>[],
): Readonly<Record<string, PersonalValue>> =>
  Object.fromEntries(
    rows.flatMap(({ commitment, salt, fact, value }) =>
      salt === null || value === null
        ? []
        : [[commitment, { commitment, salt, fact, value: JSON.parse(value) }]],
    ),
  );
