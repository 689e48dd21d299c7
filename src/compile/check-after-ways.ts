import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { afterOtherWay } from '../diagnostics/step-problems.ts';
import type { After } from '../model/procedure-spec.ts';
import type { ReportProblem } from './report-problem.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';

/**
 * Reports steps that wait for one which is only there in other ways of handling: it counts as ended at once. In an
 * `any` one way is enough, because the others are then waited for in vain.
 */
export function checkAfterWays(
  { handledAt, steps }: Pick<UnlabelledSpec, 'handledAt' | 'steps'>,
  drafts: readonly StepDraft[],
  report: ReportProblem,
): void {
  const waysOf = new Map(
    drafts.map(({ id, ways }) => [id, ways.length === 0 ? handledAt : ways] as const),
  );
  for (const draft of drafts) {
    const step = steps[draft.id];
    if (!step) continue;
    const place: ProblemPlace = placeOfKey(draft, 'after');
    const own = waysOf.get(draft.id) ?? [];
    for (const { name, needs } of namesIn(step.after)) {
      const ways = waysOf.get(name) ?? [];
      const isLacking = own.filter((way) => !ways.includes(way));
      const isMistaken =
        needs === 'every-way' ? isLacking.length > 0 : isLacking.length === own.length;
      if (own.length > 0 && isMistaken) report(afterOtherWay(place, name, isLacking));
    }
  }
}

interface Named {
  readonly name: string;
  readonly needs: 'some-way' | 'every-way';
}

function namesIn(after: After, needs: Named['needs'] = 'some-way'): readonly Named[] {
  switch (after.kind) {
    case 'step':
      return [{ name: after.step, needs }];
    case 'anchor':
      return [];
    case 'all':
      return after.of.flatMap((each) => namesIn(each, needs));
    case 'any':
      return after.of.flatMap((each) => namesIn(each, 'every-way'));
  }
}
