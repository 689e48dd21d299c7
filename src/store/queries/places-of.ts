import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Where reports say that something happened; none where one does not say, or was erased. */
export async function placesOf(
  db: Kysely<Tables>,
  reports: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'place'])
    .where('id', 'in', [...reports])
    .execute();
  return new Map(rows.flatMap(({ id, place }) => (place === null ? [] : [[id, place] as const])));
}
