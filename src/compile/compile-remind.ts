import { lengthNotExact } from '../diagnostics/vocabulary-problems.ts';
import type { Remind } from '../model/procedure-spec.ts';
import { asList } from './as-list.ts';
import { exactMilliseconds } from './exact-milliseconds.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** When a step reminds: at half of its time, or so long before it is due. */
export function compileRemind(draft: StepDraft, report: ReportProblem): readonly Remind[] {
  return asList(draft.source.remind).flatMap((remind): readonly Remind[] => {
    if (remind === 'half') return [{ kind: 'half' }];
    const milliseconds = exactMilliseconds(remind);
    if (milliseconds !== undefined) return [{ kind: 'before', milliseconds }];
    report(lengthNotExact(placeOfKey(draft, 'remind'), remind));
    return [];
  });
}
