import { sql, type RawBuilder } from 'kysely';

/** For `column = any of these`: one value however many there are, so that the text of the statement stays the same. */
export const anyOf = (values: readonly string[]): RawBuilder<string> =>
  sql<string>`any(${[...values]}::text[])`;
