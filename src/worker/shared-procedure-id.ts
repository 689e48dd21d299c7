import { randomBytes } from 'node:crypto';
import type { FactValue } from '../model/fact-value.ts';
import type { Store } from '../store/store.ts';
import { digestsOf, type DigestKeys } from './keys/digest-keys.ts';

/** The answer by which incidents share a procedure. */
interface Shared {
  readonly procedure: string;
  readonly incident: string;
  readonly fact: string;
  readonly value: FactValue;
}

/** The id of the procedure that all incidents with the same answer share: the same each time it is asked for. */
export const sharedProcedureId = (
  { sharedProcedures }: Pick<Store, 'sharedProcedures'>,
  keys: DigestKeys,
  { value, ...where }: Shared,
): Promise<string> => {
  const { digest, formerDigests } = digestsOf(keys, 'shared-procedure', contentOf(value));
  const fresh = `${where.procedure}:${randomBytes(12).toString('hex')}`;
  return sharedProcedures.idOf({ ...where, digests: [digest, ...formerDigests], fresh });
};

/**
 * Makes the digests of shared procedures anew by the key in use, where it is a new one. A row whose answer has been
 * corrected since keeps the old one, by which it is found as long as that key is there.
 */
export const renewSharedDigests = async (
  { sharedProcedures }: Pick<Store, 'sharedProcedures'>,
  keys: DigestKeys,
): Promise<void> => {
  for (const { value, ...row } of await sharedProcedures.madeByOthers(keys.current.id)) {
    if (value === undefined) continue;
    const { digest, formerDigests } = digestsOf(keys, 'shared-procedure', contentOf(value));
    if (formerDigests.includes(row.digest)) await sharedProcedures.renew(row, digest);
  }
};

// As an id is: 1 and "1" share.
const contentOf = (value: FactValue): string => String(value);
