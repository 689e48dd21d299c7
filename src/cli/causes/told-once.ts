import type { Problem } from '../../model/diagnostic.ts';
import { toldOfSeveral } from '../../diagnostics/told-of-several.ts';
import { groupBy } from '../../model/group-by.ts';

/** Puts together what is said of one name in several places: it is one mistake, wherever it shows. */
export function toldOnce(
  problems: readonly Problem[],
  isSame: (problem: Problem) => string | undefined,
): readonly Problem[] {
  const groups = groupBy(problems, (problem) => isSame(problem) ?? problem);
  return [...groups.values()].map((same) => {
    const [first, ...others] = [...same].sort(byWeight) as [Problem, ...Problem[]];
    return others.length === 0 ? first : toldOfSeveral(first, others);
  });
}

/** Policy before the tests of policy, which follow it. */
const byWeight = (a: Problem, b: Problem) => weight(a) - weight(b);

const weight = ({ file, severity }: Problem) =>
  (/\/scenarios\/|\.cases\.yaml$/.test(file) ? 1 : 0) + (severity === 'warning' ? 2 : 0);
