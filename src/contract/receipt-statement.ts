import { canonicalJson } from '../model/canonical-json.ts';
import type { ReceiptView } from './act-contract.ts';

/** The statement that a receipt's signature covers: every field of it but the signature. */
export const receiptStatement = ({
  signature: _signature,
  ...stated
}: Omit<ReceiptView, 'signature'> & { readonly signature?: string }): string =>
  `jiechu receipt\n${canonicalJson(stated)}`;
