import { sql, type Kysely, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { FileRecord, Files, FileSum } from '../ports/files.ts';
import type { FileTable, Tables } from '../tables.ts';

/** The files of incidents in a database. */
export function fileQueries({ db, write }: Database): Files {
  return {
    sumOf: (incident) => sumOf(db, incident),

    note: (file, most) =>
      write(async ({ db }) => {
        const key = `files ${file.incident}`;
        await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
        if (await find(db, file)) return true;
        const sum = await sumOf(db, file.incident);
        if (sum.bytes + file.size > most.bytes || sum.files >= most.files) return false;
        await db
          .insertInto('files')
          .values({ ...file, name: file.name ?? null })
          .execute();
        return true;
      }),

    find: async (incident, sha256) => {
      const row = await find(db, { incident, sha256 });
      return row && fileFrom(row);
    },

    async of(incident) {
      const rows = await db
        .selectFrom('files')
        .selectAll()
        .where('incident', '=', incident)
        .orderBy('at')
        .orderBy('sha256')
        .execute();
      return rows.map(fileFrom);
    },
  };
}

const find = (db: Kysely<Tables>, { incident, sha256 }: Pick<FileRecord, 'incident' | 'sha256'>) =>
  db
    .selectFrom('files')
    .selectAll()
    .where('incident', '=', incident)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

const sumOf = (db: Kysely<Tables>, incident: string): Promise<FileSum> =>
  db
    .selectFrom('files')
    .select([
      sql<number>`coalesce(sum(size), 0)::bigint`.as('bytes'),
      sql<number>`count(*)::int`.as('files'),
    ])
    .where('incident', '=', incident)
    .executeTakeFirstOrThrow();

// The row of an erased file stays, and its size still counts in the incident's limit.
const fileFrom = ({ name, erased: _, ...row }: Selectable<FileTable>): FileRecord => ({
  ...row,
  ...(name !== null && { name }),
});
