import type { ReceiptView } from '../../contract/act-contract.ts';
import type { Evidence } from '../../model/step-row.ts';
import type { Receipt } from '../../model/procedure-state.ts';
import type { ReceiptSigner } from '../receipt-signature.ts';
import { moment } from './moment.ts';

/** A receipt as given out: signed, so that its holder can prove that the act was taken. */
export const receiptView = (
  incident: string,
  receipt: Receipt,
  signer: ReceiptSigner,
  evidence: readonly Evidence[] = [],
): ReceiptView => ({
  incident,
  act: receipt.act,
  kind: receipt.kind,
  ...(receipt.step !== undefined && { step: receipt.step }),
  happened: moment(receipt.happened),
  received: moment(receipt.received),
  by: receipt.by,
  ...withHashes(evidence),
  seq: receipt.seq,
  hash: receipt.hash,
  signature: signer.sign({ incident, act: receipt.act, seq: receipt.seq, hash: receipt.hash }),
  keyId: signer.keyId,
});

function withHashes(evidence: readonly Evidence[]): Pick<ReceiptView, 'evidence'> {
  const hashed = evidence.flatMap(({ kind, sha256 }) =>
    sha256 === undefined ? [] : [{ kind, sha256 }],
  );
  return hashed.length > 0 ? { evidence: hashed } : {};
}
