import type { Problem } from '../model/diagnostic.ts';
import { buildError, named } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';

/** A repetition until something that waits for its end. */
export function untilAfterItself(place: ProblemPlace, step: string, until: string): Problem {
  return buildError('STD042', place, {
    about: { fault: 'unfit', names: [named('step', step), named('step', until)] },
    message: {
      zh: `步骤 ${quote(step)} 重复到 ${quote(until)}，而它又等待 ${quote(step)}`,
      en: `step ${quote(step)} repeats until ${quote(until)}, which waits for ${quote(step)}`,
    },
    help: { zh: '重复到一个不等待它的步骤', en: 'repeat until a step that does not wait for it' },
  });
}

/** A repetition that never ends. */
export function untilMissing(place: ProblemPlace, step: string): Problem {
  return buildError('STD043', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 有 \`every\`，没有 \`until\``,
      en: `step ${quote(step)} has \`every\` and no \`until\``,
    },
    help: { zh: '写上重复到何时', en: 'say with `until` when it ends' },
  });
}

/** An end without a repetition. */
export function everyMissing(place: ProblemPlace, step: string): Problem {
  return buildError('STD044', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 有 \`until\`，没有 \`every\``,
      en: `step ${quote(step)} has \`until\` and no \`every\``,
    },
    help: {
      zh: '写上每隔多久，或去掉 `until`',
      en: 'say with `every` how often, or remove `until`',
    },
  });
}

/** Spans of a repetition that do not follow on each other: all but the last have an end. */
export function spanEnds(place: ProblemPlace, span: string, last: boolean): Problem {
  return buildError('STD045', place, {
    about: { fault: 'unfit', names: [named('value', span)] },
    message: last
      ? {
          zh: `最后一段 ${quote(span)} 不能有 \`for\``,
          en: `the last span ${quote(span)} has a \`for\``,
        }
      : {
          zh: `${quote(span)} 没有写持续多久`,
          en: `${quote(span)} does not say how long it goes on`,
        },
    help: last
      ? { zh: '去掉 `for`：它一直重复到 `until`', en: 'remove it: the last one goes on to `until`' }
      : { zh: '写成如 `4h for 1d`', en: 'write it like `4h for 1d`' },
  });
}

/** A second person after each occurrence. */
export function everyAndConfirm(place: ProblemPlace, step: string): Problem {
  return buildError('STD055', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `重复的步骤 ${quote(step)} 不能有 \`confirm\``,
      en: `step ${quote(step)} repeats, and cannot have \`confirm\``,
    },
    help: {
      zh: '下一次开始时，上一次就不能再退回：改用 `approve`',
      en: 'what has ended when the next begins cannot be sent back: use `approve`',
    },
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/standard.yaml',
  path: ['steps', 'search'],
};

/** One of each, for the catalogue. */
export const repeatProblemSamples: readonly Problem[] = [
  untilAfterItself(sample, 'search', 'found'),
  untilMissing(sample, 'search'),
  everyMissing(sample, 'search'),
  spanEnds(sample, '4h', false),
  spanEnds(sample, '4h for 1d', true),
  everyAndConfirm(sample, 'search'),
];
