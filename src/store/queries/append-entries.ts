import type { LogEntry } from '../../model/log-entry.ts';
import { chainStart } from '../chained-hash.ts';
import type { Writing } from '../database.ts';
import type { LogAppending, LogBatch } from '../ports/log.ts';
import { projectEntries } from '../projections/project-entries.ts';
import { storedProjection } from '../projections/stored-projection.ts';
import { writeProjection } from '../projections/write-projection.ts';
import { verifyChain } from '../verify-chain.ts';
import { rowOfEntry } from './log-row.ts';
import { markReports } from './mark-reports.ts';

const rowsAtOnceMax = 1000; // a statement takes 65,535 values

/** Writes what is new of a batch, with its projections. */
export async function appendEntries(
  { db, announce, lockIncident }: Writing,
  { incident, entries, personal, receipts = [] }: LogBatch,
): Promise<LogAppending> {
  assertWhole(incident, entries);
  await lockIncident(incident);
  const head = await headOf(db, incident);
  const first = entries[0]?.seq ?? head.seq + 1;
  if (first > head.seq + 1) return { written: false, code: 'gap', last: head.seq };

  const fresh = entries.filter(({ seq }) => seq > head.seq);
  await compareStored(db, incident, entries.slice(0, entries.length - fresh.length));
  if (fresh[0] !== undefined && fresh[0].previous !== head.hash) {
    throw new Error(`entry ${fresh[0].seq} for the log of ${incident} is unlinked`);
  }

  for (let at = 0; at < fresh.length; at += rowsAtOnceMax) {
    const rows = fresh.slice(at, at + rowsAtOnceMax).map((entry) => rowOfEntry(incident, entry));
    await db.insertInto('log_entries').values(rows).execute();
  }
  await keepBeside(db, { incident, personal, receipts });
  const last = fresh.at(-1);
  if (last === undefined) return { written: true, fresh: 0, last: head.seq };
  const { noticed } = await project(db, incident, fresh);
  await announce({ at: last.recorded, incident, noticed });
  return { written: true, fresh: fresh.length, last: last.seq };
}

/** Reads entries onto the stored projections of their incident. */
export async function project(
  db: Writing['db'],
  incident: string,
  entries: readonly LogEntry[],
): Promise<{ readonly noticed: boolean }> {
  const stored = await storedProjection(db, incident, entries);
  const written = await writeProjection(db, incident, projectEntries(incident, entries, stored));
  await markReports(db, incident, entries);
  return written;
}

function assertWhole(incident: string, entries: readonly LogEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  const broken = verifyChain(entries, { seq: first.seq - 1, hash: first.previous });
  if (broken) throw new Error(`entry ${broken.seq} for the log of ${incident} is ${broken.what}`);
}

async function headOf(db: Writing['db'], incident: string) {
  const head = await db
    .selectFrom('log_entries')
    .select(['seq', 'hash'])
    .where('incident', '=', incident)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head ?? { seq: 0, hash: chainStart };
}

// INVARIANT: an entry is decided once, in the workflow. Two with the same number are the same, or history forked.
async function compareStored(db: Writing['db'], incident: string, entries: readonly LogEntry[]) {
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

async function keepBeside(
  db: Writing['db'],
  { incident, personal, receipts }: Required<Omit<LogBatch, 'entries'>>,
): Promise<void> {
  if (personal.length > 0) {
    await db
      .insertInto('personal_values')
      .values(personal.map((one) => ({ ...one, incident, value: JSON.stringify(one.value) })))
      .onConflict((conflict) => conflict.columns(['incident', 'commitment']).doNothing())
      .execute();
  }
  if (receipts.length > 0) {
    await db
      .insertInto('receipts')
      .values(
        receipts.map((receipt) => ({
          incident,
          act: receipt.act,
          digest: receipt.digest,
          receipt: JSON.stringify(receipt),
        })),
      )
      .onConflict((conflict) => conflict.columns(['incident', 'act']).doNothing())
      .execute();
  }
}
