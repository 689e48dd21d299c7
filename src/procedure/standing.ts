import type { PendingSwitch, ProcedureState } from '../model/procedure-state.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';

/** As much of a procedure's state as the rules hang on. The engine holds it; the API puts it together from the store. */
export interface Standing extends Pick<
  ProcedureState,
  'procedure' | 'unit' | 'answers' | 'bindings' | 'reports'
> {
  readonly table: Pick<ProcedureTable, 'report' | 'rows' | 'closed'>;
  readonly pendingSwitch?: Pick<PendingSwitch, 'by'> & {
    readonly judge: Pick<PendingSwitch['judge'], 'by'>;
  };
}

/** The part of it that says who holds a role. */
export type Holding = Pick<Standing, 'unit' | 'answers' | 'bindings'>;
