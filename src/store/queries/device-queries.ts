import type { Database } from '../database.ts';
import type { Devices } from '../ports/devices.ts';

/** Known devices in a database. */
export function deviceQueries({ db }: Database): Devices {
  return {
    async note({ tokenHash, person, seen }) {
      await db
        .insertInto('devices')
        .values({ token_hash: tokenHash, person, seen })
        .onConflict((conflict) => conflict.columns(['token_hash', 'person']).doUpdateSet({ seen }))
        .execute();
    },

    async knows({ tokenHash, person }, since) {
      const row = await db
        .selectFrom('devices')
        .select('seen')
        .where('token_hash', '=', tokenHash)
        .where('person', '=', person)
        .where('seen', '>=', since)
        .executeTakeFirst();
      return row !== undefined;
    },

    async sweep(before) {
      await db.deleteFrom('devices').where('seen', '<', before).execute();
    },
  };
}
