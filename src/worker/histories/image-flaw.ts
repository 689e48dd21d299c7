import sqlite from 'sql.js';

/** The flaw that SQLite finds in a database in memory: each page, each tree of pages, each index against its table. */
export const imageFlaw = async (image: Uint8Array): Promise<string | undefined> => {
  const { Database } = await sqlite();
  try {
    const database = new Database(image);
    try {
      const [found] = database.exec('pragma integrity_check(1)');
      const said = String(found?.values[0]?.[0] ?? 'it has no pages');
      return said === 'ok' ? undefined : said.replaceAll(/\s+/gu, ' ').trim();
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
