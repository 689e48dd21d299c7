import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { Verdict } from '../../model/verdict.ts';
import { hasEnded } from '../../procedure/has-ended.ts';
import { freshRow, rowOf } from '../../procedure/row-of.ts';
import { withDues, type Stepping } from '../step.ts';
import { tableKeysOf } from './answer-facts.ts';
import { applyVerdict, raisePriority } from './apply-verdict.ts';
import { bindRoles } from './bind-roles.ts';
import { move, note, tellDropped, withState, type About, type Progress } from './progress.ts';

/**
 * Goes on under a merged spec with another standard beside: its steps join, shared steps keep their rows.
 *
 * @param verdict decided over the merged spec's conditions
 */
export const addStandard = (
  progress: Progress,
  merged: Stepping,
  added: {
    readonly procedure: string;
    readonly basis: readonly string[];
    readonly verdict: Verdict;
  },
  about: About,
): Progress => {
  const { procedure, basis } = added;
  const beside = withState(progress, { beside: [...progress.state.beside, procedure] });
  const noted = note(beside, about, { kind: 'standard-added', procedure, basis });
  const raised = raisePriority(noted, merged.spec.priority, 'rules', about);
  return applyVerdict(underSpec(raised, merged, added.verdict, about), added.verdict, about);
};

/** Goes on under another standard: unended steps that it does not have end superseded, shared ones keep their rows. */
export const switchStandard = (
  progress: Progress,
  next: Stepping,
  switched: { readonly to: string; readonly verdict: Verdict },
  about: About,
): Progress => {
  const from = progress.state.procedure;
  const left = progress.on.spec.order.filter(
    (id) => next.spec.steps[id] === undefined && !hasEnded(rowOf(progress.state.table, id)),
  );
  const ended = left.reduce((so, id) => supersede(so, id, about), progress);
  const renamed = withState(ended, { procedure: switched.to, beside: [] });
  const noted = note(renamed, about, {
    kind: 'standard-switched',
    phase: 'done',
    from,
    to: switched.to,
  });
  const raised = raisePriority(noted, next.spec.priority, 'rules', about);
  return applyVerdict(underSpec(raised, next, switched.verdict, about), switched.verdict, about);
};

const supersede = (progress: Progress, id: string, about: About): Progress =>
  hasEnded(rowOf(progress.state.table, id))
    ? progress
    : move(progress, { type: 'supersede', step: id }, about, { clearPending: true });

/** The same incident under another spec: rows it lacks start fresh, its roles are bound, its tables are read again. */
const underSpec = (progress: Progress, on: Stepping, verdict: Verdict, about: About): Progress => {
  const rows: Record<string, StepRow> = { ...progress.state.table.rows };
  for (const id of on.spec.order) {
    const row = rows[id];
    if (row === undefined || row.status === 'superseded') rows[id] = freshRow(id);
    else if (cannotRest(on.spec, row)) rows[id] = settled(row);
  }
  const table = {
    ...progress.state.table,
    rows,
    holds: verdict.holds,
    tableKeys: tableKeysOf(on.spec, progress.state.answers),
  };
  const timed = withDues(on, table, about.at);
  const moved: Progress = { ...withState(progress, { table: timed }), on };
  return bindRoles(tellDropped(moved, progress.state.table.rows, on.spec.order, about), about);
};

// A row may rest in a state that the new standard's step does not have: it repeated there, waited to be
// confirmed, or had a correction before the second person.
const cannotRest = (spec: ProcedureSpec, row: StepRow): boolean =>
  (row.status === 'between' && spec.steps[row.step]?.repeat === undefined) ||
  (row.status === 'done' &&
    row.pending?.kind === 'confirm' &&
    spec.steps[row.step]?.confirm === undefined) ||
  (row.pending?.kind === 'correction' && spec.steps[row.step]?.approve === undefined);

const settled = ({ pending: _dropped, ...row }: StepRow): StepRow => ({
  ...row,
  status: row.status === 'between' ? 'done' : row.status,
});
