import type { Database } from '../database.ts';
import type { SettingsStore } from '../ports/settings-store.ts';

/** Settings in a database. */
export function settingsQueries({ db }: Database): SettingsStore {
  async function get(key: string): Promise<unknown> {
    const row = await db
      .selectFrom('settings')
      .select('value')
      .where('key', '=', key)
      .executeTakeFirst();
    return row && JSON.parse(row.value);
  }

  return {
    get,

    async set(key, value) {
      const row = { key, value: JSON.stringify(value) };
      await db
        .insertInto('settings')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },

    async keep<T>(key: string, value: T): Promise<T> {
      await db
        .insertInto('settings')
        .values({ key, value: JSON.stringify(value) })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      return (await get(key)) as T;
    },

    async exchange(key, expected, value) {
      const text = JSON.stringify(value);
      const rows =
        expected === undefined
          ? await db
              .insertInto('settings')
              .values({ key, value: text })
              .onConflict((conflict) => conflict.column('key').doNothing())
              .returning('key')
              .execute()
          : await db
              .updateTable('settings')
              .set({ value: text })
              .where('key', '=', key)
              .where('value', '=', JSON.stringify(expected))
              .returning('key')
              .execute();
      return rows.length > 0;
    },
  };
}
