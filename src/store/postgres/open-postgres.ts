import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { ChangeHub } from '../change-hub.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { parseInt8 } from '../parse-int8.ts';
import type { StoreFailure } from '../ports/store-failure.ts';
import { databaseAddress, databaseUnreachable } from '../store-failures.ts';
import type { Tables } from '../tables.ts';
import { UnreadableRows } from '../unreadable-rows.ts';
import { changeChannel, hearChanges } from './hear-changes.ts';
import { lockIncidents } from './lock-incidents.ts';
import { serverRoom } from './server-room.ts';
import { untilStarted } from './until-started.ts';

const connectSecondsMax = 10;

/** A database on a PostgreSQL server. Other processes may write to it: they tell us through the server. */
export async function openPostgres(options: {
  readonly databaseUrl: string;
  readonly connectionsMax?: number;
}): Promise<Database | StoreFailure> {
  const { databaseUrl, connectionsMax = 10 } = options;
  const where = place(databaseUrl);
  if (where === undefined) return databaseAddress();
  const connection = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectSecondsMax * 1000,
  };
  const pool = new pg.Pool({ ...connection, max: connectionsMax, types });
  pool.on('error', () => {}); // an idle connection was cut: the pool makes another when it needs one
  // One that was cut while in use has told its query. Without a listener it would end the process as well.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const hub = new ChangeHub();
  try {
    await untilStarted(db);
    const failure = await migrate(db);
    if (failure) {
      await db.destroy();
      return failure;
    }
    const stopHearing = await hearChanges(connection, hub);
    return database(db, hub, stopHearing);
  } catch (error) {
    await db.destroy();
    return databaseUnreachable(where, error);
  }
}

function database(db: Kysely<Tables>, hub: ChangeHub, stopHearing: () => Promise<void>): Database {
  const room = serverRoom(db);
  return {
    db,
    unreadable: new UnreadableRows(),
    isSingle: false,
    write: (run) =>
      room.watch(() =>
        db.transaction().execute((transaction) =>
          run({
            db: transaction,
            announce: async (change) => {
              await sql`select pg_notify(${changeChannel}, ${JSON.stringify(change)})`.execute(
                transaction,
              );
            },
            lockIncidents: (incidents) => lockIncidents(transaction, incidents),
          }),
        ),
      ),
    hasRoom: room.hasRoom,
    // All that a server has committed is on its disk.
    onDisk: async () => {},
    onChange: (listener) => hub.listen(listener),
    async close() {
      await stopHearing();
      await db.destroy();
    },
  };
}

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? parseInt8
      : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** Host and database of an address, for messages: without the password. */
function place(databaseUrl: string): string | undefined {
  try {
    const { protocol, host, pathname } = new URL(databaseUrl);
    return /^postgres(ql)?:$/.test(protocol) ? `${host}${pathname}` : undefined;
  } catch {
    return undefined;
  }
}
