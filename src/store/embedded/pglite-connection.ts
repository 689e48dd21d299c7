import type { PGlite } from '@electric-sql/pglite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { PreparedStatements } from './prepared-statements.ts';

/** The one connection of a PGlite. */
export function pgliteConnection(pglite: PGlite): DatabaseConnection {
  const statements = new PreparedStatements(pglite);
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await statements.run(sql, parameters);
      const typed = rows as R[];
      return affected === undefined
        ? { rows: typed }
        : { rows: typed, numAffectedRows: BigInt(affected) };
    },
    async *streamQuery() {
      throw new Error('an embedded database gives its rows at once');
    },
  };
}
