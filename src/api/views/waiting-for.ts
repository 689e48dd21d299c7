import type { After, ProcedureSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import { hasEnded } from './has-ended.ts';

/** The steps that still have to end before what an `after` asks for is so; none once it is. */
export function waitingFor(
  spec: ProcedureSpec,
  after: After,
  rows: ReadonlyMap<string, StepRow>,
): readonly string[] {
  switch (after.kind) {
    case 'step':
      return isEnded(rows, after.step) ? [] : [after.step];
    case 'anchor': {
      const steps = spec.anchors[after.anchor] ?? [];
      return steps.some((step) => isReached(rows, step))
        ? []
        : steps.filter((step) => !isEnded(rows, step));
    }
    case 'all':
      return [...new Set(after.of.flatMap((part) => waitingFor(spec, part, rows)))];
    case 'any': {
      const ways = after.of.map((part) => waitingFor(spec, part, rows));
      return ways.some((way) => way.length === 0) ? [] : [...new Set(ways.flat())];
    }
  }
}

function isEnded(rows: ReadonlyMap<string, StepRow>, step: string): boolean {
  const row = rows.get(step);
  return row !== undefined && hasEnded(row);
}

// An anchor is reached by doing a step or being let off it, not by its not being needed.
function isReached(rows: ReadonlyMap<string, StepRow>, step: string): boolean {
  const status = rows.get(step)?.status;
  return status === 'done' || status === 'deviated';
}
