import { sql, type RawBuilder } from 'kysely';

/** For `on conflict do update`: each column takes the value that was to be inserted, also where many rows are. */
export const excluded = <Column extends string>(
  columns: readonly Column[],
): Readonly<Record<Column, RawBuilder<never>>> =>
  Object.fromEntries(
    columns.map((column) => [column, sql.ref<never>(`excluded.${column}`)]),
  ) as Record<Column, RawBuilder<never>>;

/** The columns of rows that all have the same. */
export const columnsOf = <Row extends object>([first]: readonly Row[]): readonly (keyof Row &
  string)[] => Object.keys(first ?? {}) as (keyof Row & string)[];
