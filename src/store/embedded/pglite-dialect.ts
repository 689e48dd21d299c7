import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { CommitSyncs } from './commit-syncs.ts';
import { ConnectionQueue } from './connection-queue.ts';
import { PreparedStatements } from './prepared-statements.ts';

/**
 * Kysely on PGlite: PostgreSQL's own language over a single connection. With `commits`, who commits a transaction waits
 * for them before relying on it.
 */
export function pgliteDialect(pglite: PGlite, commits?: CommitSyncs): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(pglite, commits),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PgliteDriver implements Driver {
  readonly #pglite: PGlite;
  readonly #connection: DatabaseConnection;
  readonly #queue = new ConnectionQueue();

  readonly #commits: CommitSyncs | undefined;

  constructor(pglite: PGlite, commits: CommitSyncs | undefined) {
    this.#pglite = pglite;
    this.#commits = commits;
    this.#connection = pgliteConnection(pglite);
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady;
  }

  // There is one session for all: a statement of somebody else would otherwise fall into an open transaction.
  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#queue.take();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#queue.give();
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    await connection.executeQuery(CompiledQuery.raw(`start transaction${level}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const commit = () => connection.executeQuery(CompiledQuery.raw('commit'));
    await (this.#commits === undefined ? commit() : this.#commits.commit(commit));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#queue.take();
    await this.#pglite.close();
    this.#queue.give();
  }
}

function pgliteConnection(pglite: PGlite): DatabaseConnection {
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
