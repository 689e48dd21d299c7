import { dueInstant } from '../due-instant.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { noteRow, withState, type About, type Progress } from './progress.ts';

/** Moves a due to the longer limit that the standard allows; it counts from the same anchor. */
export const extendStep = (progress: Progress, id: string, about: About): Progress => {
  const { on, state } = progress;
  const step = specOf(on.spec, id);
  const row = rowOf(state.table, id);
  if (step.due === undefined || step.extend === undefined) return progress;
  const due = dueInstant(
    { ...step.due, limit: step.extend.to },
    {
      spec: on.spec,
      table: state.table,
      calendar: state.calendar,
      ...(row.opened === undefined ? {} : { opened: row.opened }),
    },
  );
  const extended = {
    ...row,
    ...(due === undefined || due === row.due ? {} : { due, dueMoved: about.at }),
    extended: (row.extended ?? 0) + 1,
  };
  const table = { ...state.table, rows: { ...state.table.rows, [id]: extended } };
  return noteRow(withState(progress, { table }), row, extended, about);
};
