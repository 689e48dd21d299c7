import { PGlite } from '@electric-sql/pglite';

/** Changes an embedded database as who can write to its files would: it must not be open. */
export async function tamper(folder: string, ...statements: readonly string[]): Promise<void> {
  const database = await PGlite.create(folder);
  for (const statement of statements) await database.exec(statement);
  await database.close();
}
