import type { Truth } from '../../model/condition.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import type { Progress } from './progress.ts';

/** Steps that were not needed, and are by these truths or may be. */
export const wokenBy = (
  { on: { spec }, state: { table } }: Progress,
  coming: readonly Truth[] | undefined,
): readonly string[] => {
  if (coming === undefined) return [];
  return spec.order.filter((id) => {
    const { when } = specOf(spec, id);
    const wakes = when !== undefined && table.holds[when] === false && coming[when] !== false;
    return wakes && rowOf(table, id).status === 'not-needed';
  });
};
