import type { Database } from '../database.ts';
import type { Backups } from '../ports/backups.ts';

/** Copies that were made, in a database. */
export function backupQueries({ db, write }: Database): Backups {
  return {
    all: () => db.selectFrom('backups').selectAll().orderBy('made', 'desc').execute(),
    add: (backup) =>
      write(
        async (writing) => void (await writing.db.insertInto('backups').values(backup).execute()),
      ),
    remove: (id) =>
      write(
        async (writing) =>
          void (await writing.db.deleteFrom('backups').where('id', '=', id).execute()),
      ),
  };
}
