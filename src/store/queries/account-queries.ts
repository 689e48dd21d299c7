import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { AccountTable } from '../tables.ts';

/** Local accounts in a database. */
export function accountQueries({ db }: Database): Accounts {
  return {
    async put({ person, name, passwordHash }) {
      const row = {
        person,
        name,
        password_hash: passwordHash,
        failed_attempts: 0,
        locked_until: null,
      };
      await db
        .insertInto('accounts')
        .values(row)
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },

    async byName(name) {
      const row = await db
        .selectFrom('accounts')
        .selectAll()
        .where('name', '=', name)
        .executeTakeFirst();
      return row && accountFrom(row);
    },

    // One statement, so that attempts at the same time are all counted.
    async failed(person, now, { attemptsMax, lockMilliseconds }) {
      const row = await db
        .updateTable('accounts')
        .set({
          failed_attempts: sql<number>`failed_attempts + 1`,
          locked_until: sql<number>`case when (failed_attempts + 1) % ${attemptsMax}::integer = 0
            then ${now + lockMilliseconds}::bigint else locked_until end`,
        })
        .where('person', '=', person)
        .returningAll()
        .executeTakeFirstOrThrow();
      return accountFrom(row);
    },

    async succeeded(person) {
      await db
        .updateTable('accounts')
        .set({ failed_attempts: 0, locked_until: null })
        .where('person', '=', person)
        .execute();
    },
  };
}

function accountFrom(row: Selectable<AccountTable>): Account {
  return {
    person: row.person,
    name: row.name,
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    ...(row.locked_until !== null && { lockedUntil: row.locked_until }),
  };
}
