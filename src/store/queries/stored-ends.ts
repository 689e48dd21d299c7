import { sql, type Kysely, type Selectable } from 'kysely';
import { chainStart } from '../chained-hash.ts';
import type { IncidentProjection } from '../projections/projection.ts';
import type { IncidentTable, Tables } from '../tables.ts';
import { projectionFrom } from './incident-row.ts';

/** The stored end of an incident's log, from which new entries go on. */
export interface StoredEnd {
  /** The last entry of its log; where there is none, what the first is linked to. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** Its projection; none before the first entry. */
  readonly projection?: IncidentProjection;
}

type Row = Selectable<IncidentTable> & {
  readonly wanted: string;
  readonly head_seq: number | null;
  readonly head_hash: string | null;
};

/** Reads where the logs of incidents end, with the projections of what they tell. */
export async function storedEnds(
  db: Kysely<Tables>,
  incidents: readonly string[],
): Promise<ReadonlyMap<string, StoredEnd>> {
  // The last of each by itself: `distinct on` reads every entry that an incident has. Of a list as JSON the planner knows
  // no length, so that it plans once; of an array it plans each time anew, which takes longer than to read.
  const { rows } = await sql<Row>`
    select wanted.id as wanted, head.seq as head_seq, head.hash as head_hash, incidents.*
    from json_array_elements_text(${JSON.stringify(incidents)}::json) as wanted(id)
    left join lateral (
      select seq, hash from log_entries where incident = wanted.id order by seq desc limit 1
    ) as head on true
    left join incidents on incidents.id = wanted.id`.execute(db);
  return new Map(rows.map((row) => [row.wanted, endOf(row)]));
}

const endOf = ({ head_seq: seq, head_hash: hash, ...row }: Row): StoredEnd => ({
  head: seq === null || hash === null ? { seq: 0, hash: chainStart } : { seq, hash },
  // Without one all its columns are null.
  ...((row.id as string | null) !== null && { projection: projectionFrom(row) }),
});
