import type { Selectable } from 'kysely';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { PersonalValueTable } from '../tables.ts';
import type { UnreadableRows } from '../unreadable-rows.ts';

type Row = Pick<Selectable<PersonalValueTable>, 'commitment' | 'salt' | 'fact' | 'value'>;

/** An incident's personal values as their rows have them, by commitment, without those that were erased. */
export function personalFrom(
  unreadable: UnreadableRows,
  incident: string,
  rows: readonly Row[],
): Readonly<Record<string, PersonalValue>> {
  const name = ({ commitment }: Row) => `personal_values ${incident} ${commitment}`;
  return Object.fromEntries(unreadable.each(rows, name, valueFrom).flat());
}

const valueFrom = ({
  commitment,
  salt,
  fact,
  value,
}: Row): readonly (readonly [string, PersonalValue])[] =>
  salt === null || value === null
    ? []
    : [[commitment, { commitment, salt, fact, value: JSON.parse(value) }]];
