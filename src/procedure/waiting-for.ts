import type { After, ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import { hasEnded, hasReached } from './has-ended.ts';
import { readAfter } from './read-after.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';

/** The steps that still have to end before what an `after` asks for is so; none once it is. */
export const waitingFor = (
  spec: ProcedureSpec,
  after: After,
  table: Pick<ProcedureTable, 'rows'>,
): readonly string[] => {
  const unended = (step: string): readonly string[] => (hasEnded(rowOf(table, step)) ? [] : [step]);
  return readAfter<readonly string[]>(spec, after, {
    ended: unended,
    reached: (steps) =>
      steps.some((step) => hasReached(rowOf(table, step))) ? [] : steps.flatMap(unended),
    all: (of) => [...new Set(of.flat())],
    any: (of) => (of.some((way) => way.length === 0) ? [] : [...new Set(of.flat())]),
  });
};

/** The steps that wait for a step to end, but for the closing step. */
export const heldBackBy = (
  spec: ProcedureSpec,
  table: Pick<ProcedureTable, 'rows'>,
  step: string,
): readonly string[] =>
  spec.order.filter((id) => {
    const { after, closes } = specOf(spec, id);
    return (
      id !== step &&
      !closes &&
      rowOf(table, id).status === 'waiting' &&
      waitingFor(spec, after, table).includes(step)
    );
  });
