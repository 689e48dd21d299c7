import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store, type StoreOptions } from '../../src/store/store.ts';

/** A kind of database to test against, each time with an empty one. */
export interface TestDatabase {
  readonly name: string;
  /** Options that open the same empty database again and again; PGlite in memory is a new one each time. */
  fresh(): Promise<StoreOptions>;
}

const server = process.env.TEST_DATABASE_URL;

/** PGlite, and PostgreSQL where `TEST_DATABASE_URL` names a server. */
export const databases: readonly TestDatabase[] = [
  { name: 'PGlite', fresh: async () => ({ memory: true }) },
  ...(server === undefined
    ? []
    : [{ name: 'PostgreSQL', fresh: async () => ({ databaseUrl: await createDatabase(server) }) }]),
];

/** Opens a store that has to open. */
export async function opened(options: StoreOptions): Promise<Store> {
  const opening = await openStore(options);
  if (!opening.opened) throw new Error(opening.failure.message.en);
  return opening.store;
}

/** An empty database on the server; it goes with the server, or stays unused. */
export async function createDatabase(url: string): Promise<string> {
  const name = `jiechu_test_${randomUUID().replaceAll('-', '')}`;
  await query(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** One statement over a connection of its own: as somebody from outside would. */
export async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
