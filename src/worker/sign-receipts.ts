import { receiptStatement } from '../contract/receipt-statement.ts';
import { unsignedReceiptView } from '../contract/receipt-view.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { Receipt } from '../model/procedure-state.ts';
import type { SignedReceipt } from '../model/signed-receipt.ts';
import type { StatementSigner } from '../model/statement-signer.ts';
import type { KeptEvidence } from '../model/step-row.ts';

/** Receipts with the entries that they were given for, both as the workflow hands them out. */
export interface Receipted {
  readonly entries: readonly LogEntry[];
  readonly receipts: readonly Receipt[];
}

/**
 * Signs receipts before they are first written: who could write to the database alone can then make none, and change
 * none that is there.
 */
export const signReceipts = (
  incident: string,
  { entries, receipts }: Receipted,
  signer: StatementSigner,
): readonly SignedReceipt[] =>
  receipts.map((receipt) => {
    const shown = shownWith(entries, receipt);
    const unsigned = {
      ...receipt,
      ...(shown.length > 0 && { evidence: shown }),
      keyId: signer.keyId,
    };
    const statement = receiptStatement(unsignedReceiptView(incident, unsigned));
    return { ...unsigned, signature: signer.sign(statement) };
  });

/** The files, by their hashes, that an act left as evidence with its step, or with what waits for a second person. */
export function shownWith(
  entries: readonly LogEntry[],
  { act, kind, step }: Pick<Receipt, 'act' | 'kind'> & { readonly step?: string | undefined },
): NonNullable<SignedReceipt['evidence']> {
  if (kind !== 'do') return [];
  const left = entries.find(
    ({ act: of, data }) => of === act && data.kind === 'step' && data.row.step === step,
  );
  if (left?.data.kind !== 'step') return [];
  const { pending, evidence = [] } = left.data.row;
  return withHashes(pending?.evidence ?? evidence);
}

const withHashes = (evidence: readonly KeptEvidence[]) =>
  evidence.flatMap(({ kind, sha256 }) => (sha256 === undefined ? [] : [{ kind, sha256 }]));
