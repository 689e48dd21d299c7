import { dossierFormat, type Dossier } from '../../contract/dossier-contract.ts';
import { dossierStatement, type DossierPart } from '../../contract/dossier-statement.ts';
import { receiptView } from '../../contract/receipt-view.ts';
import { chainStart } from '../../store/chained-hash.ts';
import { partSum } from '../../store/part-sum.ts';
import type { IncidentRecord } from '../../store/ports/incidents.ts';
import type { Store } from '../../store/store.ts';
import type { ApiContext } from '../api-context.ts';
import { erasureNotes } from '../views/erasure-notes.ts';
import { fileView } from '../views/file-view.ts';
import { moment } from '../views/moment.ts';

type Parts = Pick<Dossier, DossierPart>;

/**
 * The whole record of an incident, signed as it is given out. Receipts go with the signatures that they were kept with:
 * one that was changed in the database is not signed anew here, and the verifier finds it.
 */
export async function exportDossier(
  { anchors, clock, signer, store }: ApiContext,
  person: string,
  { id, release }: IncidentRecord,
): Promise<Dossier> {
  // Before the log is read, which then has at least what was anchored.
  const anchored = await anchors?.of(id);
  const { head, ...parts } = await partsOf(store, id);
  const unsigned = {
    format: dossierFormat,
    incident: id,
    release,
    exported: moment(clock.now()),
    exportedBy: person,
    head,
    ...(anchored && { anchored }),
    sums: {
      entries: partSum(parts.entries),
      receipts: partSum(parts.receipts),
      files: partSum(parts.files),
      personal: partSum(parts.personal),
      erasures: partSum(parts.erasures),
    },
    keyId: signer.keyId,
  } as const;
  return { ...unsigned, ...parts, signature: signer.sign(dossierStatement(unsigned)) };
}

async function partsOf(store: Store, id: string): Promise<Parts & Pick<Dossier, 'head'>> {
  const before = new Set((await store.log.receipts(id)).map(({ act }) => act));
  const entries = [...(await store.log.of(id))];
  const [receipts, personal, files, erased] = await Promise.all([
    store.log.receipts(id),
    store.log.personal(id),
    store.files.of(id),
    store.erasures.ofIncident(id),
  ]);
  const last = entries.at(-1);
  const head = { seq: last?.seq ?? 0, hash: last?.hash ?? chainStart };
  return {
    head,
    entries,
    // An act that was taken while this was read is in the next dossier. One from before whose entries are gone is not left out.
    receipts: receipts
      .filter(({ act, seq }) => seq <= head.seq || before.has(act))
      .map((receipt) => receiptView(id, receipt)),
    files: files.map(fileView),
    personal: Object.values(personal).map((value) => ({ ...value })),
    erasures: erasureNotes(id, erased),
  };
}
