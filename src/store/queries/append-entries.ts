import type { LogEntry } from '../../model/log-entry.ts';
import type { Writing } from '../database.ts';
import type { LogAppending, LogBatch } from '../ports/log.ts';
import type { IncidentProjection } from '../projections/projection.ts';
import { verifyChain } from '../verify-chain.ts';
import { rowOfEntry } from './log-row.ts';
import { project, type FreshEntries } from './project.ts';
import { storedEnds, type StoredEnd } from './stored-ends.ts';
import { writeRows } from './write-rows.ts';

/** Writes what is new of batches, one an incident, with their projections. */
export async function appendEntries(
  { db, announce, lockIncidents }: Writing,
  batches: readonly LogBatch[],
): Promise<readonly LogAppending[]> {
  for (const { incident, entries } of batches) assertWhole(incident, entries);
  const incidents = batches.map(({ incident }) => incident);
  await lockIncidents(incidents);
  const ends = await storedEnds(db, incidents);
  const placed = batches.map((batch) => place(batch, ends.get(batch.incident)));
  for (const each of placed) if (each.appending.written) await compareStored(db, each);

  const wanted = placed.filter(({ appending }) => appending.written);
  const changed = wanted
    .filter(({ fresh }) => fresh.length > 0)
    .map(({ batch: { incident }, fresh, projection }): FreshEntries => ({
      incident,
      entries: fresh,
      projection,
    }));
  const noticed = await writeRows(db, {
    ...(await project(db, changed)),
    log_entries: changed.flatMap(({ incident, entries }) =>
      entries.map((entry) => rowOfEntry(incident, entry)),
    ),
    personal_values: wanted.flatMap(({ batch }) => personalRows(batch)),
    receipts: wanted.flatMap(({ batch }) => receiptRows(batch)),
  });
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
  readonly projection: IncidentProjection | undefined;
}

function place(batch: LogBatch, end: StoredEnd | undefined): Placed {
  const { incident, entries } = batch;
  if (end === undefined) throw new Error(`${incident} was not read`);
  const { head, projection } = end;
  const first = entries[0]?.seq ?? head.seq + 1;
  if (first > head.seq + 1) {
    const appending = { written: false, code: 'gap', last: head.seq } as const;
    return { batch, stored: [], fresh: [], appending, projection };
  }
  const fresh = entries.filter(({ seq }) => seq > head.seq);
  if (fresh[0] !== undefined && fresh[0].previous !== head.hash) {
    throw new Error(`entry ${fresh[0].seq} for the log of ${incident} is unlinked`);
  }
  const stored = entries.slice(0, entries.length - fresh.length);
  const last = fresh.at(-1)?.seq ?? head.seq;
  const appending = { written: true, fresh: fresh.length, last } as const;
  return { batch, stored, fresh, appending, projection };
}

function assertWhole(incident: string, entries: readonly LogEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const broken = verifyChain(entries, { seq: first.seq - 1, hash: first.previous });
  if (broken) throw new Error(`entry ${broken.seq} for the log of ${incident} is ${broken.what}`);
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

const personalRows = ({ incident, personal }: LogBatch) =>
  personal.map((one) => ({ ...one, incident, value: JSON.stringify(one.value) }));

const receiptRows = ({ incident, receipts = [] }: LogBatch) =>
  receipts.map((receipt) => ({
    incident,
    act: receipt.act,
    digest: receipt.digest,
    receipt: JSON.stringify(receipt),
  }));
