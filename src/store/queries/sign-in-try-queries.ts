import { sql } from 'kysely';
import type { Database, Writing } from '../database.ts';
import type { SignInTries, TryBudget } from '../ports/sign-in-tries.ts';

/**
 * Tries to sign in, in a database. Of each key one instant is kept, until when its tries are used up: each try moves it
 * on by the time that it takes to get another one, and it may lie ahead by as many as are free.
 */
export function signInTryQueries({ db, write }: Database): SignInTries {
  return {
    take: (budgets, now) =>
      write(async ({ db }) => {
        // In one order, so that two who lock the same rows do not wait for each other.
        const sorted = [...budgets].sort((a, b) => (a.key < b.key ? -1 : 1));
        const rows: { readonly key: string; readonly until: number }[] = [];
        for (const { key } of sorted) {
          const row = await db
            .insertInto('sign_in_tries')
            .values({ key, until: now })
            .onConflict((conflict) =>
              conflict
                .column('key')
                .doUpdateSet({ until: sql<number>`greatest(sign_in_tries.until, ${now}::bigint)` }),
            )
            .returningAll()
            .executeTakeFirstOrThrow();
          rows.push(row);
        }
        for (const [index, { tries, everyMilliseconds }] of sorted.entries()) {
          const { key, until } = rows[index]!;
          const again = until - (tries - 1) * everyMilliseconds;
          if (again > now) return { taken: false, key, again };
        }
        await move(db, sorted, 1);
        return { taken: true };
      }, 'readable'),

    giveBack: (budgets) => write(async ({ db }) => move(db, budgets, -1), 'readable'),

    async sweep(now) {
      await db.deleteFrom('sign_in_tries').where('until', '<=', now).execute();
    },
  };
}

async function move(db: Writing['db'], budgets: readonly TryBudget[], by: 1 | -1): Promise<void> {
  for (const { key, everyMilliseconds } of budgets) {
    await db
      .updateTable('sign_in_tries')
      .set({ until: sql<number>`until + ${by * everyMilliseconds}::bigint` })
      .where('key', '=', key)
      .execute();
  }
}
