import type { Problem } from '../model/diagnostic.ts';
import { buildError } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';

/** A second person's limit that counts from the opening of the step, or is at once from elsewhere than the proposal. */
export function judgedFromOpening(place: ProblemPlace): Problem {
  return buildError('STD064', place, {
    message: {
      zh: '审批时限不能从步骤打开时起算；“立即”只能从提交时起算',
      en: 'a second person has no limit from the opening of the step, and `at once` only from the proposal',
    },
    help: {
      zh: '写成 `after: proposed`，或从 `report`、步骤、节点起算的具体时长',
      en: 'write `after: proposed`, or a length from `report`, a step or an anchor',
    },
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/standard.yaml',
  path: ['steps', 'arrive', 'approve', 'due'],
};

/** One of each, for the catalogue. */
export const secondPersonProblemSamples: readonly Problem[] = [judgedFromOpening(sample)];
