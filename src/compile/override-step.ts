import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { looserOverride } from '../diagnostics/standard-problems.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { StepSource } from '../model/source/step-source.ts';
import { asList } from './as-list.ts';
import { inside } from './inside.ts';
import { isLooserDue } from './is-looser-due.ts';
import type { ReportProblem } from './report-problem.ts';
import type { StepDraft } from './step-draft.ts';

/** Puts a standard's words in the place of a part's. What asks less than the part does needs `because`. */
export function overrideStep(
  draft: StepDraft,
  change: StepSource,
  place: ProblemPlace,
  report: ReportProblem,
): StepDraft {
  const { because, ...changed } = change;
  if (because === undefined) {
    for (const what of looserKeys(draft.source, changed)) {
      report(looserOverride(inside(place, what), { step: draft.id, what }));
    }
  }
  return {
    ...draft,
    source: { ...draft.source, ...changed },
    ways: changed['handled-at'] === undefined ? draft.ways : asList(changed['handled-at']),
    override: { place, keys: Object.keys(changed) },
  };
}

function looserKeys(before: StepSource, after: StepSource): readonly string[] {
  const lists = (['asks', 'evidence', 'equipment'] as const).filter((key) => {
    const list = after[key];
    return list !== undefined && (before[key] ?? []).some((item) => !list.includes(item));
  });
  const keys: readonly [string, boolean][] = [
    [
      'due',
      after.due !== undefined && before.due !== undefined && isLooserDue(before.due, after.due),
    ],
    ['optional', after.optional === true && before.optional !== true],
    ['when', after.when !== undefined && !isSame(after.when, before.when)],
    ['handled-at', after['handled-at'] !== undefined],
    ...(['tell', 'every', 'until', 'extend'] as const).map((key): [string, boolean] => [
      key,
      after[key] !== undefined && before[key] !== undefined && !isKept(key, before, after),
    ]),
    [
      'corrects',
      before.corrects !== undefined &&
        (after.corrects ?? []).some((role) => before.corrects?.includes(role) === false),
    ],
    ['crew', (after.crew?.officers ?? Infinity) < (before.crew?.officers ?? 0)],
  ];
  return [...lists, ...keys.filter(([, looser]) => looser).map(([key]) => key)];
}

/** True where all who were told still are, and where repetition, its end and the extension are as they were. */
const isKept = (
  key: 'tell' | 'every' | 'until' | 'extend',
  before: StepSource,
  after: StepSource,
) =>
  key === 'tell'
    ? (before.tell ?? []).every((told) => after.tell?.some((other) => isSame(told, other)))
    : isSame(before[key], after[key]);

const isSame = (a: unknown, b: unknown) =>
  a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b);
