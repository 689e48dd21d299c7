import { canonicalJson } from '../model/canonical-json.ts';
import type { ApiLogPage } from './api-log-contract.ts';

type Stated = Omit<ApiLogPage, 'entries' | 'signature'>;

/** The statement that the signature of a page of the API's log covers. */
export const apiLogStatement = ({
  format,
  exported,
  exportedBy,
  from,
  head,
  anchored,
  sum,
  next,
  keyId,
}: Stated): string =>
  `jiechu api log\n${canonicalJson({ format, exported, exportedBy, from, head, anchored, sum, next, keyId })}`;
