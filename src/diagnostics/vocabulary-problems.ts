import type { DocumentPath, Problem } from '../model/diagnostic.ts';
import { buildError, buildWarning, named } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';

/** Two vocabulary files define the same word. */
export function wordTwice(place: ProblemPlace, word: string, first: Elsewhere): Problem {
  return buildError('VOC020', place, {
    about: { fault: 'repeated', names: [named('word', word)] },
    message: { zh: `${quote(word)} 已在别处定义`, en: `${quote(word)} is defined already` },
    help: { zh: '删去一处，或改用另一个标识', en: 'remove one of the two, or choose another id' },
    related: [{ ...first, message: { zh: '先在这里定义', en: 'first defined here' } }],
  });
}

/** No vocabulary file has the settings that every procedure needs. */
export function settingsMissing(place: ProblemPlace): Problem {
  return buildError('VOC021', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: '词汇中没有 `settings`', en: 'no vocabulary file has `settings`' },
    help: {
      zh: '在 `standards/vocabulary/settings.yaml` 中写上 `settings`',
      en: 'write `settings` in `standards/vocabulary/settings.yaml`',
    },
  });
}

/** A choice that nobody could read. */
export function choiceWithoutLabel(place: ProblemPlace, choice: string): Problem {
  return buildError('VOC022', place, {
    about: { fault: 'unknown', names: [named('choice', choice)] },
    message: { zh: `选项 ${quote(choice)} 没有文字`, en: `choice ${quote(choice)} has no label` },
    help: {
      zh: `在 \`standards/vocabulary/choices.yaml\` 的 \`choices\` 中加上 ${quote(choice)} 的中英文`,
      en: `add ${quote(choice)} in both languages under \`choices\` in \`standards/vocabulary/choices.yaml\``,
    },
  });
}

/** A fact that does not say, or says twice, how it is answered. */
export function answerKinds(place: ProblemPlace, fact: string, given: readonly string[]): Problem {
  const several = given.length > 1;
  return buildError('VOC023', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: several
      ? {
          zh: `事实 ${quote(fact)} 有多种答法`,
          en: `fact ${quote(fact)} is answered in several ways`,
        }
      : {
          zh: `事实 ${quote(fact)} 没有答法`,
          en: `fact ${quote(fact)} does not say how it is answered`,
        },
    help: {
      zh: '写 `choice`、`number`、`text`、`time` 之中的一项',
      en: 'write one of `choice`, `number`, `text`, `time`',
    },
  });
}

/** A fact that is to be asked but has no question. */
export function questionMissing(place: ProblemPlace, fact: string): Problem {
  return buildError('VOC024', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: { zh: `事实 ${quote(fact)} 没有问法`, en: `fact ${quote(fact)} has no question` },
    help: {
      zh: '写上 `ask`，或用 `from` 说明它从哪里来',
      en: 'write `ask`, or say with `from` where it comes from',
    },
  });
}

/** One fact with two meanings. */
export function factDiffers(place: ProblemPlace, fact: string, first: Elsewhere): Problem {
  return buildError('VOC025', place, {
    about: { fault: 'repeated', names: [named('fact', fact)] },
    message: {
      zh: `事实 ${quote(fact)} 与别处的定义不同`,
      en: `fact ${quote(fact)} is defined otherwise elsewhere`,
    },
    help: {
      zh: '移到 `standards/vocabulary/facts.yaml` 中共用，或改用另一个标识',
      en: 'share it in `standards/vocabulary/facts.yaml`, or choose another id',
    },
    related: [{ ...first, message: { zh: '另一处在这里', en: 'the other one is here' } }],
  });
}

/** A length of time that cannot be counted in minutes where it must be. */
export function lengthNotExact(place: ProblemPlace, limit: string): Problem {
  return buildError('VOC026', place, {
    message: {
      zh: `此处不能用 ${quote(limit)}`,
      en: `${quote(limit)} cannot be used here`,
    },
    help: { zh: '写成 `90s`、`5m`、`24h` 或 `2d`', en: 'write `90s`, `5m`, `24h` or `2d`' },
  });
}

/** A number that has no value. */
export function emptyRange(place: ProblemPlace, fact: string): Problem {
  return buildError('VOC027', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `事实 ${quote(fact)} 的 \`min\` 大于 \`max\``,
      en: `fact ${quote(fact)} has a \`min\` above its \`max\``,
    },
    help: { zh: '对调两个数', en: 'swap the two numbers' },
  });
}

/** A value that a fact never has. */
export function unknownValue(
  place: ProblemPlace,
  { fact, value, candidates }: { fact: string; value: Value; candidates: readonly string[] },
): Problem {
  // Words of digits are numbers to YAML unless they are quoted.
  const quotes = typeof value !== 'string' && candidates.includes(String(value));
  return buildError('VOC028', place, {
    about: { fault: 'unknown', names: [named('value', String(value)), named('fact', fact)] },
    message: {
      zh: `事实 ${quote(fact)} 没有 ${quote(value)} 这个值`,
      en: `fact ${quote(fact)} is never ${quote(value)}`,
    },
    help: quotes
      ? { zh: `加上引号：\`"${value}"\``, en: `put it in quotes: \`"${value}"\`` }
      : didYouMean(String(value), candidates),
  });
}

/** A value of another kind than the fact's answers. */
export function wrongValueKind(
  place: ProblemPlace,
  { fact, value, wanted }: { fact: string; value: Value; wanted: string },
): Problem {
  return buildError('VOC029', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `${quote(value)} 不是事实 ${quote(fact)} 的答法`,
      en: `${quote(value)} is no answer to fact ${quote(fact)}`,
    },
    help: { zh: `要写 ${quote(wanted)}`, en: `it takes ${quote(wanted)}` },
  });
}

/** More or less asked of a fact that is no number. */
export function comparisonNeedsNumber(place: ProblemPlace, fact: string, word: string): Problem {
  return buildError('VOC030', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `${quote(word)} 只能用于数字，而事实 ${quote(fact)} 不是数字`,
      en: `${quote(word)} compares numbers, and fact ${quote(fact)} is none`,
    },
    help: { zh: '用 `in` 列出符合的值', en: 'list the values that fit with `in`' },
  });
}

/** A condition that says nothing that can be decided. */
export function malformedCondition(place: ProblemPlace): Problem {
  return buildError('VOC031', place, {
    message: { zh: '看不懂这个条件', en: 'this condition cannot be read' },
    help: {
      zh: '写 `{ 事实: 值 }`，或用 `in`、`not`、`at-least`、`at-most`、`above`、`below`、`all`、`any`',
      en: 'write `{ fact: value }`, or use `in`, `not`, `at-least`, `at-most`, `above`, `below`, `all`, `any`',
    },
  });
}

/** Data about a person decides nothing. */
export function personalCondition(place: ProblemPlace, fact: string): Problem {
  return buildError('VOC032', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `${quote(fact)} 是个人信息，不能作条件`,
      en: `${quote(fact)} is personal and cannot be a condition`,
    },
    help: {
      zh: '把要判断的情况另设为一个事实',
      en: 'make what is to be judged a fact of its own',
    },
  });
}

/** A role finds its holder by a fact that no setting names. */
export function beatFactMissing(place: ProblemPlace, role: string): Problem {
  return buildError('VOC033', place, {
    about: { fault: 'absent', names: [named('role', role)] },
    message: {
      zh: `岗位 ${quote(role)} 按片区定人，但设置里没有说片区是哪个事实`,
      en: `role ${quote(role)} is bound by beat, and no setting says which fact is the beat`,
    },
    help: {
      zh: '在 `settings` 的 `facts` 中写上 `beat: 事实`，或改为 `bound: unit`',
      en: 'add `beat: <fact>` under `facts` of the `settings`, or write `bound: unit`',
    },
  });
}

/** The beat decides whose a step is, which everybody who handles the incident sees. */
export function beatFactUnfit(place: ProblemPlace, fact: string): Problem {
  return buildError('VOC034', place, {
    about: { fault: 'unfit', names: [named('fact', fact)] },
    message: {
      zh: `事实 ${quote(fact)} 不能作片区：它是个人信息，或者不是由人回答的`,
      en: `fact ${quote(fact)} cannot be the beat: it is personal, or no person answers it`,
    },
    help: {
      zh: '换一个由登记或步骤问到的选项或文字，不写 `personal`',
      en: 'name a choice or a text that a report or a step gives, without `personal`',
    },
  });
}

/** A day that one calendar has off and worked. */
export function dayOffAndWorked(place: ProblemPlace, day: string, off: Elsewhere): Problem {
  return buildError('VOC035', place, {
    message: {
      zh: `${quote(day)} 既是放假又是上班`,
      en: `${quote(day)} is a day off and a day worked`,
    },
    help: { zh: '两处删去一处', en: 'remove one of the two' },
    related: [{ ...off, message: { zh: '放假写在这里', en: 'it is a day off here' } }],
  });
}

/** The age of a report in working days, or at once. */
export function reportAgeUncounted(place: ProblemPlace, length: string): Problem {
  return buildError('VOC036', place, {
    message: {
      zh: `报警最早可到何时，不能用 ${quote(length)}`,
      en: `the oldest report cannot be ${quote(length)} old`,
    },
    help: { zh: '用天、月或年，例如 `1y`', en: 'use days, months or years, for example `1y`' },
  });
}

/** Limits reach beyond the last day whose holidays are known. */
export function calendarEnds(
  place: ProblemPlace,
  until: string,
  limit: { readonly step: string; readonly procedure: string; readonly end: string },
): Problem {
  const { step, procedure, end } = limit;
  return buildWarning('VOC037', place, {
    message: {
      zh: `日历的节假日只到 ${quote(until)}；${quote(procedure)} 的步骤 ${quote(step)}，现在起算的时限到 ${quote(end)}`,
      en: `the holidays of this calendar end on ${quote(until)}, and a limit of step ${quote(step)} of ${quote(procedure)} that begins now ends on ${quote(end)}`,
    },
    help: {
      zh: '更新 `chinese-days`，或把下一年的放假和调休写进 `holidays`、`workdays`',
      en: 'update `chinese-days`, or write the days of the next year into `holidays` and `workdays`',
    },
  });
}

/** A role says how far it sees, and reaches nothing more by it. */
export function seesNothingMore(place: ProblemPlace, role: string): Problem {
  return buildError('VOC040', place, {
    message: {
      zh: `岗位 ${quote(role)} 只看本单位和交给它的警情，\`sees\` 不起作用`,
      en: `role ${quote(role)} sees its own unit and what it is bound to: \`sees\` changes nothing`,
    },
    help: {
      zh: '删去 `sees`；只有 `bound: shift` 和 `bound: centre` 的岗位写它',
      en: 'leave out `sees`: it is for roles with `bound: shift` or `bound: centre`',
    },
  });
}

/** A role that only reads is to act. */
export function roleOnlyReads(place: ProblemPlace, role: string): Problem {
  return buildError('VOC041', place, {
    message: {
      zh: `岗位 ${quote(role)} 只看不办（\`sees: reads\`），不能承担步骤，也不能审批`,
      en: `role ${quote(role)} only reads (\`sees: reads\`): it can neither act nor agree`,
    },
    help: { zh: '换一个岗位', en: 'name another role' },
  });
}

interface Elsewhere {
  readonly file: string;
  readonly path: DocumentPath;
}
type Value = string | number | boolean;

const sample: ProblemPlace = { file: 'standards/vocabulary/facts.yaml', path: ['facts', 'injury'] };

/** One of each, for the catalogue. */
export const vocabularyProblemSamples: readonly Problem[] = [
  wordTwice(sample, 'injury', sample),
  settingsMissing(sample),
  choiceWithoutLabel(sample, 'minor'),
  answerKinds(sample, 'injury', []),
  answerKinds(sample, 'injury', ['choice', 'number']),
  questionMissing(sample, 'injury'),
  factDiffers(sample, 'injury', sample),
  lengthNotExact(sample, '3wd'),
  emptyRange(sample, 'people'),
  unknownValue(sample, { fact: 'injury', value: 'miner', candidates: ['minor'] }),
  unknownValue(sample, { fact: 'channel', value: 110, candidates: ['110'] }),
  wrongValueKind(sample, { fact: 'people', value: 'three', wanted: '0-100' }),
  comparisonNeedsNumber(sample, 'injury', 'at-least'),
  malformedCondition(sample),
  personalCondition(sample, 'victim-name'),
  beatFactMissing(sample, 'community-officer'),
  beatFactUnfit(sample, 'home-address'),
  dayOffAndWorked(sample, '2026-10-10', sample),
  reportAgeUncounted(sample, '3wd'),
  calendarEnds(sample, '2026-12-31', { step: 'file', procedure: 'theft', end: '2027-05-31' }),
  seesNothingMore(sample, 'case-officer'),
  roleOnlyReads(sample, 'auditor'),
];
