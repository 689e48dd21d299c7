import type { Problem } from '../model/diagnostic.ts';
import { buildError, buildWarning, named } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

/** Steps that wait for each other. */
export function afterCycle(place: ProblemPlace, cycle: readonly string[]): Problem {
  const [first = '', ...rest] = cycle;
  const round = [first, ...rest, first].map(quote).join(' → ');
  return buildError('STD040', place, {
    about: { fault: 'unfit', names: [...cycle.map((name) => named('step', name))] },
    message: {
      zh: `步骤互相等待：${round}`,
      en: `steps wait for each other: ${round}`,
    },
    help: { zh: '去掉其中一个 `after`', en: 'remove one of these `after`' },
  });
}

/** A due that counts from something that comes after the step. */
export function dueAfterItself(place: ProblemPlace, step: string, from: string): Problem {
  return buildError('STD041', place, {
    about: { fault: 'unfit', names: [named('step', step), named('step', from)] },
    message: {
      zh: `时限从 ${quote(from)} 起算，但它在步骤 ${quote(step)} 之后才有`,
      en: `the limit counts from ${quote(from)}, which comes only after step ${quote(step)}`,
    },
    help: { zh: '从更早的步骤或节点起算', en: 'count from an earlier step or anchor' },
  });
}

/** A second person before and after. */
export function approveAndConfirm(place: ProblemPlace, step: string): Problem {
  return buildError('STD046', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 同时有 \`approve\` 和 \`confirm\``,
      en: `step ${quote(step)} has both \`approve\` and \`confirm\``,
    },
    help: {
      zh: '`approve` 先批后生效，`confirm` 先生效后确认：留一个',
      en: '`approve` holds the effect back, `confirm` lets it act at once: keep one',
    },
  });
}

/** A required step without a limit. */
export function dueMissing(place: ProblemPlace, step: string): Problem {
  return buildWarning('STD047', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `必做的步骤 ${quote(step)} 没有时限`,
      en: `required step ${quote(step)} has no limit`,
    },
    help: {
      zh: '写上如 `due: { within: 10m, after: report, basis: assumed }`',
      en: 'write for example `due: { within: 10m, after: report, basis: assumed }`',
    },
  });
}

/** A duty that does not say what it rests on. */
export function basisMissing(place: ProblemPlace, step: string): Problem {
  return buildWarning('STD048', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: { zh: `步骤 ${quote(step)} 没有依据`, en: `step ${quote(step)} rests on nothing` },
    help: {
      zh: '写上 `basis`：依据表中的条目、`practice` 或 `assumed`',
      en: 'write `basis`: an entry of the legal bases, `practice` or `assumed`',
    },
  });
}

/** A number that does not say what it rests on: an assumed number may not look like law. */
export function numberWithoutBasis(place: ProblemPlace, limit: string): Problem {
  return buildError('STD049', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: `没有写时限 ${quote(limit)} 的依据`,
      en: `it is not said what the number ${quote(limit)} rests on`,
    },
    help: {
      zh: '在时限里写上 `basis`，如 `{ within: 5m, after: report, basis: assumed }`',
      en: 'write `basis` beside it, as in `{ within: 5m, after: report, basis: assumed }`',
    },
  });
}

/** A table of limits with a hole. */
export function cellMissing(place: ProblemPlace, cells: readonly string[]): Problem {
  const list = quoteList(cells);
  return buildError('STD050', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: `时限表缺 ${list.zh}`, en: `the table of limits lacks ${list.en}` },
    help: { zh: '补上每一格', en: 'fill in every cell' },
  });
}

/** A cell for a value that there is not. */
export function cellUnknown(
  place: ProblemPlace,
  value: string,
  values: readonly string[],
): Problem {
  return buildError('STD051', place, {
    about: { fault: 'absent', names: [named('value', value)] },
    message: {
      zh: `时限表中没有 ${quote(value)} 这个值`,
      en: `the table has no value ${quote(value)}`,
    },
    help: didYouMean(value, values),
  });
}

/** A fact by whose values no table can be written. */
export function tableNeedsValues(place: ProblemPlace, fact: string): Problem {
  return buildError('STD052', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: {
      zh: `不能按事实 ${quote(fact)} 列表`,
      en: `no table can be written by fact ${quote(fact)}`,
    },
    help: {
      zh: '要有选项，或是 20 个以内的整数',
      en: 'it takes a fact with choices, or a whole number of at most 20 values',
    },
  });
}

/** A due that counts from a proposal where nothing is proposed. */
export function nothingProposed(place: ProblemPlace): Problem {
  return buildError('STD053', place, {
    message: {
      zh: '`proposed` 只用于 `approve` 和 `confirm` 的时限',
      en: '`proposed` is only for the limits of `approve` and `confirm`',
    },
    help: { zh: '从 `report`、步骤或节点起算', en: 'count from `report`, a step or an anchor' },
  });
}

/** A role outside the bureau is to act. */
export function roleCannotAct(place: ProblemPlace, role: string): Problem {
  return buildError('STD054', place, {
    about: { fault: 'unfit', names: [named('role', role)] },
    message: {
      zh: `${quote(role)} 是群众，只能告知，不能承担步骤`,
      en: `${quote(role)} is outside the bureau: it can be told, and cannot act`,
    },
    help: { zh: '换一个岗位', en: 'name another role' },
  });
}

/** Something behind the end: it never opens, and where it is required nothing ends. */
export function afterClosing(place: ProblemPlace, step: string, closing: string): Problem {
  return buildError('STD056', place, {
    about: { fault: 'unfit', names: [named('step', step), named('step', closing)] },
    message: {
      zh: `步骤 ${quote(step)} 排在结束步骤 ${quote(closing)} 之后，永远不会打开`,
      en: `step ${quote(step)} comes after the closing step ${quote(closing)} and never opens`,
    },
    help: {
      zh: '排在它之前，或作为程序用 `starts` 启动',
      en: 'let it come before, or make it a procedure that is started with `starts`',
    },
  });
}

/** A limit that counts from what does not happen where the step is done. */
export function dueOfOtherWay(place: ProblemPlace, from: string, ways: readonly string[]): Problem {
  const list = quoteList(ways);
  return buildError('STD057', place, {
    about: { fault: 'unfit', names: [named('step', from)] },
    message: {
      zh: `时限从 ${quote(from)} 起算，而在${list.zh}处置时没有它`,
      en: `the limit counts from ${quote(from)}, which there is not when handled at ${list.en}`,
    },
    help: {
      zh: '从同一处置方式的步骤，或从每种方式都到达的节点起算',
      en: 'count from a step of the same way of handling, or from an anchor that every way reaches',
    },
  });
}

/** A key that has no meaning without a limit. */
export function needsDue(place: ProblemPlace, step: string, key: string): Problem {
  return buildError('STD058', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 没有时限，${quote(key)} 不起作用`,
      en: `step ${quote(step)} has no limit, so ${quote(key)} does nothing`,
    },
    help: {
      zh: `写上 \`due\`，或删去 ${quote(key)}`,
      en: `write \`due\`, or remove ${quote(key)}`,
    },
  });
}

/** A reminder that would come before its time begins. */
export function remindTooEarly(place: ProblemPlace, step: string): Problem {
  return buildError('STD059', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 的提醒不短于时限，永远不会提醒`,
      en: `step ${quote(step)} never reminds: the reminder is no shorter than the limit`,
    },
    help: { zh: '写短一些，或用 `half`', en: 'shorten it, or write `half`' },
  });
}

/** An extension that gives no time, or takes some. */
export function extensionTooShort(place: ProblemPlace, step: string): Problem {
  return buildError('STD060', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 延长后并不比时限长`,
      en: `step ${quote(step)} is extended to what is no longer than its limit`,
    },
    help: {
      zh: '`to` 与时限从同一起点起算：写一个更长的',
      en: '`to` counts from the same moment as the limit: write a longer one',
    },
  });
}

/** A word against moving a due that nothing moves. */
export function custodyWithoutDays(place: ProblemPlace, step: string): Problem {
  return buildWarning('STD061', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 的时限不因节假日顺延，\`custody\` 不起作用`,
      en: `the limit of step ${quote(step)} is never moved off a holiday, so \`custody\` does nothing`,
    },
    help: { zh: '删去 `custody`，或写天数', en: 'remove `custody`, or count days' },
  });
}

/** Waiting for what is not there where the step is done. */
export function afterOtherWay(place: ProblemPlace, step: string, ways: readonly string[]): Problem {
  const list = quoteList(ways);
  return buildError('STD062', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `在${list.zh}处置时没有步骤 ${quote(step)}，等它等于不等`,
      en: `there is no step ${quote(step)} when handled at ${list.en}: nothing is waited for`,
    },
    help: {
      zh: '改等同一处置方式的步骤，或每种方式都到达的节点',
      en: 'wait for a step of the same way of handling, or for an anchor that every way reaches',
    },
  });
}

/** The roles that may correct facts of a step that asks none. */
export function correctsNothing(place: ProblemPlace, step: string): Problem {
  return buildError('STD063', place, {
    message: {
      zh: `步骤 ${quote(step)} 不问事实，\`corrects\` 不起作用`,
      en: `step ${quote(step)} asks no fact, so \`corrects\` does nothing`,
    },
    help: { zh: '写上 `asks`，或删去 `corrects`', en: 'write `asks`, or remove `corrects`' },
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/standard.yaml',
  path: ['steps', 'arrive'],
};

/** One of each, for the catalogue. */
export const stepProblemSamples: readonly Problem[] = [
  afterCycle(sample, ['arrive', 'sign']),
  dueAfterItself(sample, 'sign', 'arrive'),
  approveAndConfirm(sample, 'grade'),
  dueMissing(sample, 'arrive'),
  basisMissing(sample, 'arrive'),
  numberWithoutBasis(sample, '5m'),
  cellMissing(sample, ['1/urban', '1/rural']),
  cellUnknown(sample, 'urbn', ['urban', 'rural']),
  tableNeedsValues(sample, 'remark'),
  nothingProposed(sample),
  roleCannotAct(sample, 'reporter'),
  afterClosing(sample, 'search', 'close'),
  dueOfOtherWay(sample, 'talk', ['scene']),
  needsDue(sample, 'search', 'remind'),
  remindTooEarly(sample, 'arrive'),
  extensionTooShort(sample, 'arrive'),
  custodyWithoutDays(sample, 'hold'),
  afterOtherWay(sample, 'talk', ['scene']),
  correctsNothing(sample, 'arrive'),
];
