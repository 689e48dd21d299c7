import type { Problem } from '../model/diagnostic.ts';
import { buildError, named } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';

/** A standard without one of the three feedbacks. */
export function feedbackMissing(place: ProblemPlace, feedback: number): Problem {
  return buildError('STD016', place, {
    about: { fault: 'absent', names: [named('key', `feedback: ${feedback}`)] },
    message: { zh: `缺第 ${feedback} 次反馈`, en: `feedback ${feedback} of the three is missing` },
    help: {
      zh: `用上三反馈的共用部分，或给一个步骤写上 \`feedback: ${feedback}\``,
      en: `use the part with the three feedbacks, or write \`feedback: ${feedback}\` at a step`,
    },
  });
}

/** Two steps that are the same feedback. */
export function feedbackTwice(place: ProblemPlace, feedback: number, other: string): Problem {
  return buildError('STD017', place, {
    about: { fault: 'unfit', names: [named('step', other)] },
    message: {
      zh: `步骤 ${quote(other)} 已是第 ${feedback} 次反馈`,
      en: `step ${quote(other)} is feedback ${feedback} already`,
    },
    help: { zh: '去掉一处的 `feedback`', en: 'remove `feedback` from one of them' },
  });
}

/** A feedback that could be left undone. */
export function feedbackConditional(place: ProblemPlace, step: string): Problem {
  return buildError('STD018', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `反馈步骤 ${quote(step)} 可能不做`,
      en: `feedback ${quote(step)} could be left undone`,
    },
    help: {
      zh: '去掉它的 `when`、`optional` 和 `handled-at`：每起警情都要三反馈',
      en: 'remove its `when`, `optional` and `handled-at`: every incident has three feedbacks',
    },
  });
}

/** A feedback waits for an anchor that one way of handling may never reach. */
export function anchorNotReached(place: ProblemPlace, anchor: string, way: string): Problem {
  return buildError('STD019', place, {
    about: { fault: 'absent', names: [named('anchor', anchor), named('way', way)] },
    message: {
      zh: `处置方式 ${quote(way)} 不一定到达节点 ${quote(anchor)}，反馈会一直等待`,
      en: `handled at ${quote(way)}, anchor ${quote(anchor)} may never be reached and a feedback would wait for ever`,
    },
    help: {
      zh: `给一个必做的步骤写上 \`reaches: ${anchor}\``,
      en: `write \`reaches: ${anchor}\` at a step that is always required`,
    },
  });
}

/** A feedback that could be given before the one before it. */
export function feedbackOutOfOrder(place: ProblemPlace, step: string, before: string): Problem {
  return buildError('STD029', place, {
    about: { fault: 'absent', names: [named('step', step), named('step', before)] },
    message: {
      zh: `反馈 ${quote(step)} 可以先于 ${quote(before)}`,
      en: `feedback ${quote(step)} could be given before ${quote(before)}`,
    },
    help: {
      zh: `在 \`after\` 中加上 ${quote(before)}：三次反馈有先后`,
      en: `add ${quote(before)} to its \`after\`: the three feedbacks have an order`,
    },
  });
}

/** A feedback that is never late. */
export function feedbackWithoutLimit(place: ProblemPlace, step: string): Problem {
  return buildError('STD030', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: { zh: `反馈 ${quote(step)} 没有时限`, en: `feedback ${quote(step)} has no limit` },
    help: {
      zh: '写上如 `due: { within: 3m, after: accepted, basis: assumed }`',
      en: 'write for example `due: { within: 3m, after: accepted, basis: assumed }`',
    },
  });
}

/** A feedback that nobody hears in some incident. */
export function feedbackToNobody(place: ProblemPlace, step: string): Problem {
  return buildError('STD033', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `反馈 ${quote(step)} 不是每起警情都有人收到`,
      en: `feedback ${quote(step)} goes to nobody in some incidents`,
    },
    help: {
      zh: '在 `tell` 中写上至少一个不带 `when` 的岗位',
      en: 'name at least one role without `when` in its `tell`',
    },
  });
}

/** A feedback that is not tied to how the incident is handled. */
export function feedbackWithoutAnchor(place: ProblemPlace, step: string): Problem {
  return buildError('STD034', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `反馈 ${quote(step)} 的 \`after\` 和时限都没有挂在节点上`,
      en: `feedback ${quote(step)} hangs on no anchor, neither by \`after\` nor by its limit`,
    },
    help: {
      zh: '在 `after` 或 `due` 中写上一个节点：每种处置方式都由自己的步骤到达它',
      en: 'name an anchor in `after` or `due`: each way of handling reaches it by a step of its own',
    },
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/standard.yaml',
  path: ['steps', 'tell-scene'],
};

/** One of each, for the catalogue. */
export const feedbackProblemSamples: readonly Problem[] = [
  feedbackMissing(sample, 2),
  feedbackTwice(sample, 2, 'tell-scene'),
  feedbackConditional(sample, 'tell-scene'),
  anchorNotReached(sample, 'cleared', 'desk'),
  feedbackOutOfOrder(sample, 'tell-scene', 'tell-accepted'),
  feedbackWithoutLimit(sample, 'tell-scene'),
  feedbackToNobody(sample, 'tell-scene'),
  feedbackWithoutAnchor(sample, 'tell-scene'),
];
