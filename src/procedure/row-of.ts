import type { ProcedureTable } from '../model/procedure-table.ts';
import type { StepRow } from '../model/step-row.ts';

/** A fresh row: every step starts waiting. */
export const freshRow = (id: string): StepRow => ({
  step: id,
  status: 'waiting',
  occurrence: 1,
  fired: [],
});

/** The row of a step. A table has one for each step of its spec. */
export const rowOf = (table: Pick<ProcedureTable, 'rows'>, id: string): StepRow => {
  const row = table.rows[id];
  if (row === undefined) throw new Error(`the table has no row for step ${id}`);
  return row;
};
