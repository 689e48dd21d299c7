import { beforeReport } from '../diagnostics/scenario-problems.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { readMoment, readScenarioMoment } from '../model/read-time.ts';
import type { ScenarioSource } from '../model/source/scenario-source.ts';
import { inside } from './inside.ts';
import type { ReportProblem } from './report-problem.ts';

/**
 * Reports what is to happen, to be so or to be due before the report came. `happened` may be before it: that the engine
 * refuses such an act is what a scenario shows.
 */
export function checkScenarioTimes(
  { given, when, then }: ScenarioSource,
  file: string,
  { localOffset, report }: { readonly localOffset: number; readonly report: ReportProblem },
): void {
  const at = given.report.at;
  const begun = readMoment(at, localOffset);
  if (begun.fault) return;
  const check = (text: string, place: ProblemPlace): void => {
    const moment = readScenarioMoment(text, { report: begun.value, localOffset });
    if (!moment.fault && moment.value < begun.value) report(beforeReport(place, text, at));
  };
  for (const [index, line] of when.entries()) check(line.at, { file, path: ['when', index, 'at'] });
  for (const [index, line] of then.entries()) {
    const place = { file, path: ['then', index] };
    check(line.at, inside(place, 'at'));
    for (const key of ['due', 'overdue'] as const) {
      for (const [step, until] of Object.entries(line[key] ?? {}))
        check(until, inside(place, key, step));
    }
  }
}
