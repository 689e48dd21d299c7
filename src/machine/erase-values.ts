import type { ProcedureState, Receipt } from '../model/procedure-state.ts';
import type { StepRow } from '../model/step-row.ts';

/** The values to erase of a procedure, by their commitments in the log and by the acts that brought them. */
export interface ToErase {
  readonly commitments: readonly string[];
  /** Their receipts lose the digest of the content, from which it could be guessed by who has the key. */
  readonly acts: readonly string[];
}

/** A state without values that are erased: their facts count as not answered, as where the state is built from the log. */
export const eraseValues = (
  state: ProcedureState,
  { commitments: gone, acts }: ToErase,
): ProcedureState => {
  const erased = Object.entries(state.commitments).flatMap(([fact, commitment]) =>
    gone.includes(commitment) ? [fact] : [],
  );
  const rows = Object.fromEntries(
    Object.entries(state.table.rows).map(([step, row]) => [step, withoutOffered(row, gone)]),
  );
  return {
    ...state,
    answers: without(state.answers, erased),
    commitments: without(state.commitments, erased),
    table: { ...state.table, rows },
    receipts: state.receipts.map((receipt) => eraseDigest(receipt, acts)),
  };
};

/** A receipt whose act is known no more by its content: sent again, it is refused. */
export const eraseDigest = <R extends Receipt>(receipt: R, acts: readonly string[]): R =>
  acts.includes(receipt.act) ? { ...receipt, digest: '' } : receipt;

const withoutOffered = (row: StepRow, gone: readonly string[]): StepRow => {
  const { pending } = row;
  const erased = Object.entries(pending?.commitments ?? {}).flatMap(([fact, commitment]) =>
    gone.includes(commitment) ? [fact] : [],
  );
  if (pending === undefined || erased.length === 0) return row;
  return { ...row, pending: { ...pending, facts: without(pending.facts, erased) } };
};

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
