import { defaultLadderMissing, defaultLadderTwice } from '../diagnostics/rule-set-problems.ts';
import type { SourceTree } from '../model/source-tree.ts';
import type { ReportProblem } from './report-problem.ts';

/** The one ladder for the steps that name none. */
export function defaultLadder({ ladders }: SourceTree, report: ReportProblem): string {
  const [first, ...others] = ladders.filter(({ source }) => source.default === true);
  for (const { file } of others) {
    report(defaultLadderTwice({ file, path: ['default'] }, first!.source.escalation));
  }
  if (first) return first.source.escalation;
  report(defaultLadderMissing({ file: ladders[0]?.file ?? 'rules', path: [] }));
  return '';
}
