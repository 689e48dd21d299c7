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
import { ConnectionQueue } from './connection-queue.ts';
import type { Life, LivingPglite } from './living-pglite.ts';

/** Kysely on PGlite: PostgreSQL's own language over a single connection. */
export function pgliteDialect(living: LivingPglite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(living),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

// Statements that do not write may go on while the disk is full.
const onlyReads = /^\s*(select|with|commit$|rollback$)/i;

/** The connection in the hands of one who asks, in one life of the database. */
class HeldConnection implements DatabaseConnection {
  readonly living: LivingPglite;
  readonly life: Life;
  #isInTransaction = false;

  constructor(living: LivingPglite, life: Life) {
    this.living = living;
    this.life = life;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Once it has begun, a transaction has room for all that it writes.
    if (!this.#isInTransaction && !onlyReads.test(query.sql)) this.living.demandRoom();
    return this.living.run(this.life, () => this.life.connection.executeQuery<R>(query));
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('an embedded database gives its rows at once');
  }

  async begin(level: string): Promise<void> {
    await this.executeQuery(CompiledQuery.raw(`start transaction${level}`));
    this.#isInTransaction = true;
  }

  async commit(): Promise<void> {
    const commit = () => this.executeQuery(CompiledQuery.raw('commit'));
    const { commits } = this.life.open;
    await (commits === undefined ? commit() : commits.commit(commit));
  }
}

class PgliteDriver implements Driver {
  readonly #living: LivingPglite;
  readonly #queue = new ConnectionQueue();

  constructor(living: LivingPglite) {
    this.#living = living;
  }

  async init(): Promise<void> {
    await (
      await this.#living.life()
    ).open.pglite.waitReady;
  }

  // There is one session for all: a statement of somebody else would otherwise fall into an open transaction.
  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#queue.take();
    try {
      return new HeldConnection(this.#living, await this.#living.life());
    } catch (error) {
      this.#queue.give();
      throw error;
    }
  }

  async releaseConnection(): Promise<void> {
    this.#queue.give();
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    await held(connection).begin(level);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await held(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // Its transaction died with the database.
    if (held(connection).life.death) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.#queue.take();
    await this.#living.close();
    this.#queue.give();
  }
}

function held(connection: DatabaseConnection): HeldConnection {
  if (connection instanceof HeldConnection) return connection;
  throw new Error('the connection is not of this driver');
}
