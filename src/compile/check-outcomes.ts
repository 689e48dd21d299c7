import { cutOffsGap, outcomeNeverGiven, unknownOutcome } from '../diagnostics/rule-set-problems.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import { outcomesOf } from './outcomes-of.ts';
import type { RuleSetContext } from './rule-set-context.ts';

/** Checks that every score has an outcome, and every outcome something that leads to it. */
export function checkOutcomes(
  { file, source }: Sourced<RuleSetSource>,
  { rows, cutOffs, otherwise, decides }: RuleSet,
  context: RuleSetContext,
): void {
  const { report } = context;
  const outcomes = outcomesOf(source, context);
  if (source.otherwise !== undefined && !outcomes.includes(source.otherwise)) {
    report(unknownOutcome({ file, path: ['otherwise'] }, source.otherwise, outcomes));
  }
  const lowest = cutOffs.at(-1);
  const least = rows.reduce((sum, { add = 0 }) => sum + Math.min(0, add), 0);
  if (lowest && lowest.from > least && otherwise === undefined) {
    report(cutOffsGap({ file, path: ['cut-offs', String(lowest.outcome)] }, least));
  }
  const declared = source.decides[decides];
  if (declared === 'standards' || declared === undefined) return;
  const given = [
    otherwise,
    ...rows.map((row) => row.outcome),
    ...cutOffs.map((cut) => cut.outcome),
  ];
  for (const [index, outcome] of declared.entries()) {
    if (given.includes(outcome)) continue;
    report(outcomeNeverGiven({ file, path: ['decides', decides, index] }, outcome));
  }
}
