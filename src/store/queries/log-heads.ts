import { sql, type Kysely } from 'kysely';
import type { LogHead, LogPoint } from '../ports/log.ts';
import type { Tables } from '../tables.ts';

const pointsAtOnce = 5_000;

/** Where the logs of some incidents end, or of all. */
export async function logHeads(
  db: Kysely<Tables>,
  incidents?: readonly string[],
): Promise<readonly LogHead[]> {
  // One entry of each by the index: `distinct on` reads every entry.
  const of =
    incidents === undefined
      ? sql`incidents as wanted`
      : sql`json_array_elements_text(${JSON.stringify(incidents)}::json) as wanted(id)`;
  const { rows } = await sql<LogHead>`
    select wanted.id as incident, head.seq, head.hash from ${of}
    cross join lateral (
      select seq, hash from log_entries where incident = wanted.id order by seq desc limit 1
    ) as head`.execute(db);
  return rows;
}

/** The number of logs, and of the entries in all of them. */
export async function logExtent(
  db: Kysely<Tables>,
): Promise<{ readonly incidents: number; readonly entries: number }> {
  const { rows } = await sql<{ incidents: number; entries: number }>`
    select count(*) as incidents, coalesce(sum(seq), 0)::bigint as entries from incidents`.execute(
    db,
  );
  return rows[0] ?? { incidents: 0, entries: 0 };
}

/** The hashes of entries, in the order of the points. */
export async function hashesAt(
  db: Kysely<Tables>,
  points: readonly LogPoint[],
): Promise<readonly (string | undefined)[]> {
  const hashes: (string | undefined)[] = [];
  for (let at = 0; at < points.length; at += pointsAtOnce) {
    const some = points.slice(at, at + pointsAtOnce);
    const { rows } = await sql<{ hash: string | null }>`
      select entry.hash
      from unnest(
        ${some.map(({ incident }) => incident)}::text[], ${some.map(({ seq }) => seq)}::integer[]
      ) with ordinality as wanted(incident, seq, place)
      left join log_entries as entry on entry.incident = wanted.incident and entry.seq = wanted.seq
      order by wanted.place`.execute(db);
    hashes.push(...rows.map(({ hash }) => hash ?? undefined));
  }
  return hashes;
}
