import type { Act } from '../model/act.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';

/** The steps that stand between now and closing. */
export interface LeftToDo {
  readonly open: readonly string[];
  readonly waiting: readonly string[];
  readonly undecided: readonly string[];
  /** Steps whose second person has still to confirm them or to judge a correction. */
  readonly unconfirmed: readonly string[];
}

/** Every unended required step but the closing one, in the order of the standard. */
export const leftToDo = (spec: ProcedureSpec, table: Pick<ProcedureTable, 'rows'>): LeftToDo => {
  const required = spec.order.filter((id) => id !== spec.closing && !specOf(spec, id).optional);
  const withStatus = (...statuses: readonly string[]): readonly string[] =>
    required.filter((id) => statuses.includes(rowOf(table, id).status));
  return {
    open: withStatus('open', 'between'),
    waiting: withStatus('waiting'),
    undecided: withStatus('undecided'),
    // A correction that waits for agreement is of a decision that was agreed: it counts also where the step is optional.
    unconfirmed: spec.order.filter((id) => {
      const { pending, status } = rowOf(table, id);
      if (pending?.kind === 'correction') return id !== spec.closing;
      return required.includes(id) && status === 'done' && pending?.kind === 'confirm';
    }),
  };
};

/** The same as one list, in the order of the standard. */
export const leftSteps = (
  spec: ProcedureSpec,
  table: Pick<ProcedureTable, 'rows'>,
): readonly string[] => {
  const left = new Set(Object.values<readonly string[]>({ ...leftToDo(spec, table) }).flat());
  return spec.order.filter((id) => left.has(id));
};

/** True where nothing stands between now and closing. */
export const nothingLeft = ({ open, waiting, undecided, unconfirmed }: LeftToDo): boolean =>
  open.length + waiting.length + undecided.length + unconfirmed.length === 0;

/** True where an act could be the last one. */
export const mayClose = (spec: ProcedureSpec, act: Act): boolean => {
  if (act.kind === 'close' || spec.closing === undefined) return true;
  return (act.kind === 'do' || act.kind === 'agree') && act.step === spec.closing;
};
