import type { Selectable } from 'kysely';
import type { Database, Writing } from '../database.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { AccountTable } from '../tables.ts';
import { endSessions } from './end-sessions.ts';

/** Local accounts in a database. */
export function accountQueries({ db, write }: Database): Accounts {
  const accounts = () => db.selectFrom('accounts').selectAll();
  return {
    put: ({ person, name, passwordHash, sample = false }) =>
      write(async (writing) => {
        const isOther = await hasOtherPassword(writing.db, person, passwordHash);
        const row = { person, name, password_hash: passwordHash, sample };
        await writing.db
          .insertInto('accounts')
          .values(row)
          .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
          .execute();
        if (!isOther) return;
        await writing.db.deleteFrom('devices').where('person', '=', person).execute();
        await endSessions(writing, [person]);
      }),

    async byName(name) {
      const row = await accounts().where('name', '=', name).executeTakeFirst();
      return row && accountFrom(row);
    },

    async of(person) {
      const row = await accounts().where('person', '=', person).executeTakeFirst();
      return row && accountFrom(row);
    },
  };
}

async function hasOtherPassword(
  db: Writing['db'],
  person: string,
  passwordHash: string,
): Promise<boolean> {
  const before = await db
    .selectFrom('accounts')
    .select('password_hash')
    .where('person', '=', person)
    .executeTakeFirst();
  return before !== undefined && before.password_hash !== passwordHash;
}

const accountFrom = ({ password_hash, ...row }: Selectable<AccountTable>): Account => ({
  ...row,
  passwordHash: password_hash,
});
