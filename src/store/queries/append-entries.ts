import { sql } from 'kysely';
import type { LogEntry } from '../../model/log-entry.ts';
import { chainStart } from '../chained-hash.ts';
import type { Writing } from '../database.ts';
import type { LogAppending, LogBatch } from '../ports/log.ts';
import { verifyChain } from '../verify-chain.ts';
import { insertRows } from './insert-rows.ts';
import { rowOfEntry } from './log-row.ts';
import { project, type FreshEntries } from './project.ts';

/** The end of a log as it is stored. */
interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Writes what is new of batches, one an incident, with their projections. */
export async function appendEntries(
  { db, announce, lockIncidents }: Writing,
  batches: readonly LogBatch[],
): Promise<readonly LogAppending[]> {
  for (const { incident, entries } of batches) assertWhole(incident, entries);
  const incidents = batches.map(({ incident }) => incident);
  await lockIncidents(incidents);
  const heads = await headsOf(db, incidents);
  const placed = batches.map((batch) => place(batch, heads.get(batch.incident)));
  for (const each of placed) if (each.appending.written) await compareStored(db, each);

  const wanted = placed.filter(({ appending }) => appending.written);
  const rows = wanted.flatMap(({ batch: { incident }, fresh }) =>
    fresh.map((entry) => rowOfEntry(incident, entry)),
  );
  await insertRows(db, 'log_entries', rows);
  await keepPersonal(db, wanted);
  await keepReceipts(db, wanted);
  const changed = wanted
    .filter(({ fresh }) => fresh.length > 0)
    .map(({ batch: { incident }, fresh }): FreshEntries => ({ incident, entries: fresh }));
  const noticed = await project(db, changed);
  for (const { incident, entries } of changed) {
    const [at, from] = [entries.at(-1)?.recorded ?? 0, entries[0]?.seq ?? 0];
    await announce({ at, incident, noticed: noticed.has(incident), from });
  }
  return placed.map(({ appending }) => appending);
}

/** A batch against the log as it is stored. */
interface Placed {
  readonly batch: LogBatch;
  readonly stored: readonly LogEntry[];
  readonly fresh: readonly LogEntry[];
  readonly appending: LogAppending;
}

function place(batch: LogBatch, head: Head = { seq: 0, hash: chainStart }): Placed {
  const { incident, entries } = batch;
  const first = entries[0]?.seq ?? head.seq + 1;
  if (first > head.seq + 1) {
    const appending = { written: false, code: 'gap', last: head.seq } as const;
    return { batch, stored: [], fresh: [], appending };
  }
  const fresh = entries.filter(({ seq }) => seq > head.seq);
  if (fresh[0] !== undefined && fresh[0].previous !== head.hash) {
    throw new Error(`entry ${fresh[0].seq} for the log of ${incident} is unlinked`);
  }
  const stored = entries.slice(0, entries.length - fresh.length);
  const last = fresh.at(-1)?.seq ?? head.seq;
  return { batch, stored, fresh, appending: { written: true, fresh: fresh.length, last } };
}

function assertWhole(incident: string, entries: readonly LogEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const broken = verifyChain(entries, { seq: first.seq - 1, hash: first.previous });
  if (broken) throw new Error(`entry ${broken.seq} for the log of ${incident} is ${broken.what}`);
}

async function headsOf(
  db: Writing['db'],
  incidents: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
  // The last of each by itself: `distinct on` reads every entry that an incident has. Of a list as JSON the planner knows
  // no length, so that it plans once; of an array it plans each time anew, which takes longer than to read.
  const { rows: heads } = await sql<Head & { readonly incident: string }>`
    select wanted.incident, head.seq, head.hash
    from json_array_elements_text(${JSON.stringify(incidents)}::json) as wanted(incident)
    cross join lateral (
      select seq, hash from log_entries where incident = wanted.incident order by seq desc limit 1
    ) as head`.execute(db);
  return new Map(heads.map(({ incident, seq, hash }) => [incident, { seq, hash }]));
}

// INVARIANT: an entry is decided once, in the workflow. Two with the same number are the same, or history forked.
async function compareStored(
  db: Writing['db'],
  { batch: { incident }, stored: entries }: Placed,
): Promise<void> {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return;
  const stored = await db
    .selectFrom('log_entries')
    .select(['seq', 'hash'])
    .where('incident', '=', incident)
    .where('seq', '>=', first.seq)
    .where('seq', '<=', last.seq)
    .execute();
  const hashes = new Map(stored.map(({ seq, hash }) => [seq, hash]));
  for (const { seq, hash } of entries) {
    if (hashes.get(seq) !== hash) {
      throw new Error(`entry ${seq} for the log of ${incident} differs from the stored one`);
    }
  }
}

async function keepPersonal(db: Writing['db'], placed: readonly Placed[]): Promise<void> {
  const rows = placed.flatMap(({ batch: { incident, personal } }) =>
    personal.map((one) => ({ ...one, incident, value: JSON.stringify(one.value) })),
  );
  await insertRows(db, 'personal_values', rows, {
    conflict: { key: ['incident', 'commitment'], then: 'nothing' },
  });
}

async function keepReceipts(db: Writing['db'], placed: readonly Placed[]): Promise<void> {
  const rows = placed.flatMap(({ batch: { incident, receipts = [] } }) =>
    receipts.map((receipt) => ({
      incident,
      act: receipt.act,
      digest: receipt.digest,
      receipt: JSON.stringify(receipt),
    })),
  );
  await insertRows(db, 'receipts', rows, {
    conflict: { key: ['incident', 'act'], then: 'nothing' },
  });
}
