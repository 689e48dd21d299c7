import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import { buildError, buildWarning, named } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

/** One step id in two parts, or in a part and the standard. */
export function stepTwice(place: ProblemPlace, step: string, first: Elsewhere): Problem {
  return buildError('STD010', place, {
    about: { fault: 'repeated', names: [named('step', step)] },
    message: { zh: `步骤 ${quote(step)} 已有`, en: `step ${quote(step)} is there already` },
    help: {
      zh: '要改共用部分的步骤，写在 `override` 下；否则换一个标识',
      en: 'to change the step of a part write it under `override`; else choose another id',
    },
    related: [{ ...first, message: { zh: '已在这里', en: 'it is here' } }],
  });
}

/** A step under a name that means something else. */
export function stepNameTaken(place: ProblemPlace, step: string): Problem {
  return buildError('STD011', place, {
    message: {
      zh: `步骤不能叫 ${quote(step)}：它是时限的起点`,
      en: `a step cannot be called ${quote(step)}: limits count from it`,
    },
    help: { zh: '换一个标识', en: 'choose another id' },
  });
}

/** An override that asks less than the part does. `what` is the key that is looser. */
export function looserOverride(
  place: ProblemPlace,
  { step, what }: { step: string; what: string },
): Problem {
  return buildError('STD012', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 的 ${quote(what)} 比共用部分宽`,
      en: `${quote(what)} of step ${quote(step)} is looser than in its part`,
    },
    help: { zh: '改严，或写上理由 `because`', en: 'tighten it, or give the reason in `because`' },
  });
}

/** A step that the way of handling leaves out is referred to. */
export function stepLeftOut(place: ProblemPlace, step: string, ways: readonly string[]): Problem {
  const list = quoteList(ways);
  return buildError('STD013', place, {
    about: { fault: 'absent', names: [named('step', step)] },
    message: {
      zh: `步骤 ${quote(step)} 只用于 ${list.zh}，本标准没有这种处置方式`,
      en: `step ${quote(step)} is only for ${list.en}, and this standard is not handled so`,
    },
    help: {
      zh: '改用各种处置方式都有的节点，或换一个步骤',
      en: 'refer to an anchor that every way of handling reaches, or to another step',
    },
  });
}

/** A step for a way of handling that the standard does not allow. */
export function wayNotAllowed(
  place: ProblemPlace,
  way: string,
  allowed: readonly string[],
): Problem {
  const list = quoteList(allowed);
  return buildError('STD014', place, {
    about: { fault: 'absent', names: [named('way', way)] },
    message: {
      zh: `本标准没有处置方式 ${quote(way)}`,
      en: `this standard is not handled at ${quote(way)}`,
    },
    help:
      allowed.length === 0
        ? { zh: '先在开头写 `handled-at`', en: 'write `handled-at` at the top first' }
        : { zh: `可用的有 ${list.zh}`, en: `it is handled at ${list.en}` },
  });
}

/** A dates' end before its start. */
export function effectiveReversed(place: ProblemPlace, from: string, to: string): Problem {
  return buildError('STD015', place, {
    message: {
      zh: `施行止于 ${quote(to)}，早于起始 ${quote(from)}`,
      en: `it ends on ${quote(to)}, before it starts on ${quote(from)}`,
    },
    help: { zh: '对调两个日期', en: 'swap the two dates' },
  });
}

/** Something waits for an anchor that no step reaches. */
export function anchorReachedByNobody(place: ProblemPlace, anchor: string): Problem {
  return buildError('STD020', place, {
    about: { fault: 'absent', names: [named('anchor', anchor)] },
    message: {
      zh: `没有步骤到达节点 ${quote(anchor)}`,
      en: `no step reaches anchor ${quote(anchor)}`,
    },
    help: {
      zh: `给一个步骤写上 \`reaches: ${anchor}\`，或用上有它的共用部分`,
      en: `write \`reaches: ${anchor}\` at a step, or use a part that has such a step`,
    },
  });
}

/** A standard that nothing ends. */
export function closingMissing(place: ProblemPlace): Problem {
  return buildError('STD021', place, {
    about: { fault: 'absent', names: [named('key', 'closes')] },
    message: { zh: '没有结束警情的步骤', en: 'no step closes the incident' },
    help: {
      zh: '用上结束警情的共用部分，或给一个步骤写上 `closes: true`',
      en: 'use the part that closes, or write `closes: true` at a step',
    },
  });
}

/** Two steps that close. */
export function closingTwice(place: ProblemPlace, other: string): Problem {
  return buildError('STD022', place, {
    about: { fault: 'unfit', names: [named('step', other)] },
    message: {
      zh: `步骤 ${quote(other)} 已是结束步骤`,
      en: `step ${quote(other)} closes the incident already`,
    },
    help: { zh: '只留一处 `closes: true`', en: 'keep `closes: true` at one of them' },
  });
}

/** A fact that a condition reads and that stays unanswered. */
export function factNobodyAsks(place: ProblemPlace, fact: string): Problem {
  return buildError('STD023', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: {
      zh: `没有步骤询问事实 ${quote(fact)}，此条件永远无法判断`,
      en: `no step asks fact ${quote(fact)}: this condition is never decided`,
    },
    help: {
      zh: '在一个步骤的 `asks` 中加上它，或用 `from` 说明它从哪里来',
      en: 'add it to `asks` of a step, or say with `from` where it comes from',
    },
  });
}

/** A fact that is defined and never asked. */
export function factNeverAsked(place: ProblemPlace, fact: string): Problem {
  return buildWarning('STD024', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: { zh: `没有步骤询问事实 ${quote(fact)}`, en: `no step asks fact ${quote(fact)}` },
    help: {
      zh: '在一个步骤的 `asks` 或 `may-ask` 中加上它，或删去它',
      en: 'add it to `asks` or `may-ask` of a step, or remove it',
    },
  });
}

/** A step whose condition hangs on a fact that is asked only by itself or later. */
export function conditionAnsweredLater(place: ProblemPlace, fact: string, by: string): Problem {
  return buildWarning('STD025', place, {
    about: { fault: 'absent', names: [named('fact', fact), named('step', by)] },
    message: {
      zh: `事实 ${quote(fact)} 要到后面的步骤 ${quote(by)} 才问，此步骤在那之前无法判断要不要做`,
      en: `fact ${quote(fact)} is only asked by step ${quote(by)}, which comes only after this step`,
    },
    help: {
      zh: '在更早的步骤询问它',
      en: 'let an earlier step ask it',
    },
  });
}

/** A part that nothing uses. */
export function partUnused(place: ProblemPlace, part: string): Problem {
  return buildWarning('STD026', place, {
    about: { fault: 'absent', names: [named('part', part)] },
    message: {
      zh: `没有标准使用共用部分 ${quote(part)}`,
      en: `no standard uses part ${quote(part)}`,
    },
    help: {
      zh: '在 `parts` 中用上它，或删去文件',
      en: 'name it under `parts`, or remove the file',
    },
  });
}

/** A switch or an addition that leads to where one is. */
export function leadsToItself(place: ProblemPlace, standard: string): Problem {
  return buildError('STD027', place, {
    about: { fault: 'unfit', names: [named('standard', standard)] },
    message: {
      zh: `${quote(standard)} 就是本标准`,
      en: `${quote(standard)} is this standard itself`,
    },
    help: { zh: '写另一个标准', en: 'name another standard' },
  });
}

/** A fact that is to name a unit or a standard, and names something else. */
export function factOfWrongKind(place: ProblemPlace, fact: string, wanted: string): Problem {
  return buildError('STD028', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `事实 ${quote(fact)} 的答法不是 ${quote(wanted)}`,
      en: `fact ${quote(fact)} is not answered by ${quote(wanted)}`,
    },
    help: { zh: `改用 \`choice: ${wanted}\` 的事实`, en: `use a fact with \`choice: ${wanted}\`` },
  });
}

interface Elsewhere {
  readonly file: string;
  readonly path: DocumentPath;
}

/** A closing step that may not be there when all else is done. */
export function closingConditional(place: ProblemPlace, step: string): Problem {
  return buildError('STD031', place, {
    about: { fault: 'unfit', names: [named('step', step)] },
    message: {
      zh: `结束步骤 ${quote(step)} 可能不需要办，警情就结束不了`,
      en: `closing step ${quote(step)} may not be needed, and then nothing closes the incident`,
    },
    help: {
      zh: '去掉它的 `when`、`optional` 和 `handled-at`',
      en: 'remove its `when`, `optional` and `handled-at`',
    },
  });
}

/** One switch id in two parts, or in a part and the standard. */
export function switchTwice(place: ProblemPlace, id: string, first: Elsewhere): Problem {
  return buildError('STD035', place, {
    about: { fault: 'repeated', names: [named('switch', id)] },
    message: { zh: `更换 ${quote(id)} 已有`, en: `switch ${quote(id)} is there already` },
    help: { zh: '换一个标识', en: 'choose another id' },
    related: [{ ...first, message: { zh: '已在这里', en: 'it is here' } }],
  });
}

const sample: ProblemPlace = {
  file: 'standards/07-sample/standard.yaml',
  path: ['steps', 'arrive'],
};

/** One of each, for the catalogue. */
export const standardProblemSamples: readonly Problem[] = [
  stepTwice(sample, 'arrive', sample),
  stepNameTaken(sample, 'report'),
  looserOverride(sample, { step: 'arrive', what: 'due' }),
  stepLeftOut(sample, 'arrive', ['scene']),
  wayNotAllowed(sample, 'phone', ['scene', 'desk']),
  wayNotAllowed(sample, 'phone', []),
  effectiveReversed(sample, '2026-01-01', '2025-12-31'),
  anchorReachedByNobody(sample, 'cleared'),
  closingMissing(sample),
  closingTwice(sample, 'close'),
  factNobodyAsks(sample, 'injury'),
  factNeverAsked(sample, 'injury'),
  conditionAnsweredLater(sample, 'injury', 'take-statements'),
  partUnused(sample, 'arrive'),
  leadsToItself(sample, 'sample'),
  factOfWrongKind(sample, 'sent-unit', 'units'),
  closingConditional(sample, 'close'),
  switchTwice(sample, 'theft-found', sample),
];
