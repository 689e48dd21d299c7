import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { SignedReceipt } from '../../model/signed-receipt.ts';
import type { Writing } from '../database.ts';
import type { ErasureTarget, ReportErasure } from '../ports/erasures.ts';

/** Takes what an erasure found in an incident out of all rows. */
export async function eraseTarget(
  { announce, db, lockIncidents }: Writing,
  { id, target, at }: { readonly id: string; readonly target: ErasureTarget; readonly at: number },
): Promise<void> {
  const { incident, values, acts, facts, reports, files, fileNames } = target;
  await lockIncidents([incident]);
  for (const { commitment, fact } of values) {
    // Also where it has not been written yet: it comes too late then.
    const gone = { salt: null, value: null, erasure: id };
    await db
      .insertInto('personal_values')
      .values({ incident, commitment, fact, ...gone })
      .onConflict((conflict) => conflict.columns(['incident', 'commitment']).doUpdateSet(gone))
      .execute();
  }
  await eraseDigests(db, incident, acts);
  for (const report of reports) await eraseReport(db, report, at);
  if (facts.length > 0) {
    await db
      .deleteFrom('shared_procedures')
      .where('incident', '=', incident)
      .where('fact', 'in', [...facts])
      .execute();
  }
  if (files.length > 0) {
    await db
      .updateTable('files')
      .set({ name: null, erased: at })
      .where('incident', '=', incident)
      .where('sha256', 'in', [...files])
      .execute();
  }
  if (fileNames.length > 0) {
    await db
      .updateTable('files')
      .set({ name: null })
      .where('incident', '=', incident)
      .where('sha256', 'in', [...fileNames])
      .execute();
  }
  await announce({ at, incident, noticed: false });
}

// Whoever has the key can guess a content from its digest.
async function eraseDigests(
  db: Writing['db'],
  incident: string,
  acts: readonly string[],
): Promise<void> {
  if (acts.length === 0) return;
  const rows = await db
    .selectFrom('receipts')
    .select(['act', 'receipt'])
    .where('incident', '=', incident)
    .where('act', 'in', [...acts])
    .execute();
  for (const { act, receipt } of rows) {
    const erased: SignedReceipt = { ...JSON.parse(receipt), digest: '' };
    await db
      .updateTable('receipts')
      .set({ digest: '', receipt: JSON.stringify(erased) })
      .where('incident', '=', incident)
      .where('act', '=', act)
      .execute();
  }
}

async function eraseReport(
  db: Writing['db'],
  { id, texts, facts }: ReportErasure,
  at: number,
): Promise<void> {
  const row = await db
    .selectFrom('reports')
    .select('facts')
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return;
  const left = Object.entries(JSON.parse(row.facts) as object).filter(
    ([fact]) => !facts.includes(fact),
  );
  await db
    .updateTable('reports')
    .set({
      ...Object.fromEntries(texts.map((text) => [text, null])),
      facts: JSON.stringify(Object.fromEntries(left)),
      erased: at,
      digest: '',
      // A key that was made of the content, as that of a file, tells it too.
      idempotency_key: sql<string>`case when digest = '' then idempotency_key else ${`erased-${randomUUID()}`} end`,
    })
    .where('id', '=', id)
    .execute();
}
