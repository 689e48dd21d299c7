import type { SignedReceipt } from '../model/signed-receipt.ts';
import { writeMoment } from '../model/write-moment.ts';
import type { ReceiptView } from './act-contract.ts';

type Unsigned = Omit<SignedReceipt, 'signature'>;

/** A receipt before it is signed, in the form that is signed. */
export const unsignedReceiptView = (
  incident: string,
  { act, kind, step, happened, received, by, evidence, seq, hash, keyId }: Unsigned,
): Omit<ReceiptView, 'signature'> => ({
  incident,
  act,
  kind,
  ...(step !== undefined && { step }),
  happened: writeMoment(happened),
  received: writeMoment(received),
  by,
  ...(evidence !== undefined && { evidence: [...evidence] }),
  seq,
  hash,
  keyId,
});

/** A receipt as given out: signed, so that its holder can prove that the act was taken. */
export const receiptView = (incident: string, receipt: SignedReceipt): ReceiptView => ({
  ...unsignedReceiptView(incident, receipt),
  signature: receipt.signature,
});
