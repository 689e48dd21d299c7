import { decideRuleSet } from '../decide/decide-rule-set.ts';
import type { Release } from '../model/release.ts';
import type { CasesSource } from '../model/source/cases-source.ts';
import type { Mismatch } from './mismatch.ts';

/** The outcome of a row of a case table. */
export interface CaseRun {
  readonly name: string;
  readonly index: number;
  readonly mismatches: readonly Mismatch[];
  /** Rows of the rule set that fired. */
  readonly fired: readonly string[];
}

/** Runs every row of a case table against its rule set: outcome and reasons. */
export const runCases = async (
  release: Release,
  cases: CasesSource,
): Promise<readonly CaseRun[]> => {
  const ruleSet = release.ruleSets[cases.cases];
  if (ruleSet === undefined) throw new Error(`the release has no rule set ${cases.cases}`);
  const runs: CaseRun[] = [];
  for (const [index, row] of cases.rows.entries()) {
    const decision = await decideRuleSet(ruleSet, row.given);
    const fired = decision.because.map((each) => each.row);
    const outcome = Array.isArray(row.then)
      ? decision.outcomes.join(', ')
      : String(decision.outcome);
    const expected = Array.isArray(row.then) ? row.then.join(', ') : String(row.then);
    const mismatches: Mismatch[] = [];
    if (outcome !== expected)
      mismatches.push({ path: ['rows', index, 'then'], expected, found: outcome });
    if (row.because !== undefined && row.because.join() !== fired.join()) {
      mismatches.push({
        path: ['rows', index, 'because'],
        expected: row.because.join(', '),
        found: fired.join(', '),
      });
    }
    if (
      row.missing !== undefined &&
      [...row.missing].sort().join() !== [...decision.missing].sort().join()
    ) {
      const path = ['rows', index, 'missing'];
      mismatches.push({
        path,
        expected: row.missing.join(', '),
        found: decision.missing.join(', '),
      });
    }
    runs.push({ name: row.name, index, mismatches, fired });
  }
  return runs;
};
