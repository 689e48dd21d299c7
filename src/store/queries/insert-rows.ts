import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** What happens to a row whose key is there already: it is written over, or left as it is. */
export interface Conflict {
  readonly key: readonly string[];
  readonly then: 'update' | 'nothing';
}

/** A column that is not in the rows but read from the database, with the rows as `row`. */
export interface Computed {
  readonly columns: readonly string[];
  /** Joined to each row, as `computed`. */
  readonly from: string;
}

/**
 * Inserts rows, however many, as one value: the text of the statement is always the same, so that the database parses
 * and plans it once. All rows have the same columns.
 *
 * @returns the column `returning` of the rows that were written.
 */
export async function insertRows<Table extends keyof Tables & string>(
  db: Transaction<Tables>,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  { conflict, returning, computed }: InsertOptions = {},
): Promise<readonly string[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const own = Object.keys(first);
  const all = [...own, ...(computed?.columns ?? [])];
  const values = [
    ...own.map((column) => `row.${quoted(column)}`),
    ...(computed?.columns ?? []).map((column) => `computed.${quoted(column)}`),
  ];
  const text = [
    `insert into ${quoted(table)} (${all.map(quoted).join(', ')})`,
    `select ${values.join(', ')} from json_populate_recordset(null::${quoted(table)}, $1::json) as row`,
    computed === undefined ? '' : `cross join lateral (${computed.from}) as computed`,
    conflict === undefined ? '' : onConflict(conflict, all),
    returning === undefined ? '' : `returning ${quoted(returning)} as "returned"`,
  ].join(' ');
  const query = CompiledQuery.raw(text, [JSON.stringify(rows)]);
  const { rows: written } = await db.executeQuery<{ returned: string }>(query);
  return written.map(({ returned }) => returned);
}

interface InsertOptions {
  readonly conflict?: Conflict;
  readonly returning?: string;
  readonly computed?: Computed;
}

const onConflict = ({ key, then }: Conflict, columns: readonly string[]): string => {
  const target = `on conflict (${key.map(quoted).join(', ')}) do`;
  if (then === 'nothing') return `${target} nothing`;
  const updates = columns.map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  return `${target} update set ${updates.join(', ')}`;
};

const quoted = (name: string): string => `"${name}"`;
