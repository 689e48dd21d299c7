import type { Problem } from '../model/diagnostic.ts';
import { buildError, buildWarning, named } from './build-problem.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

/** An outcome that the rule set does not list. */
export function unknownOutcome(
  place: ProblemPlace,
  outcome: string | number,
  outcomes: readonly (string | number)[],
): Problem {
  return buildError('RUL010', place, {
    about: { fault: 'unknown', names: [named('outcome', String(outcome))] },
    message: { zh: `没有结果 ${quote(outcome)}`, en: `unknown outcome ${quote(outcome)}` },
    help: didYouMean(String(outcome), outcomes.map(String)),
  });
}

/** A rule set that may decide nothing. */
export function otherwiseMissing(place: ProblemPlace): Problem {
  return buildWarning('RUL011', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: '没有 `otherwise`：都不命中时没有结果',
      en: 'there is no `otherwise`: where no row fits nothing is decided',
    },
    help: { zh: '写上 `otherwise`', en: 'write `otherwise`' },
  });
}

/** A row that decides nothing. */
export function outcomeMissing(place: ProblemPlace, row: string, decides: string): Problem {
  return buildError('RUL012', place, {
    about: { fault: 'absent', names: [named('row', row)] },
    message: { zh: `行 ${quote(row)} 没有结果`, en: `row ${quote(row)} has no outcome` },
    help: { zh: `写上 \`${decides}: …\``, en: `write \`${decides}: …\`` },
  });
}

/** A key of a row that is not what the rule set decides. */
export function unknownRowKey(place: ProblemPlace, key: string, decides: string): Problem {
  return buildError('RUL013', place, {
    about: { fault: 'unknown', names: [named('key', key)] },
    message: {
      zh: `${quote(key)} 不是此规则集决定的`,
      en: `${quote(key)} is not what this rule set decides`,
    },
    help: { zh: `它决定的是 ${quote(decides)}`, en: `it decides ${quote(decides)}` },
  });
}

/** A key that goes with another `hit`. */
export function keyNotForHit(place: ProblemPlace, key: string, hit: string): Problem {
  return buildError('RUL014', place, {
    message: {
      zh: `\`hit: ${hit}\` 不用 ${quote(key)}`,
      en: `${quote(key)} does not go with \`hit: ${hit}\``,
    },
    help:
      hit === 'score'
        ? {
            zh: '用 `score`、`cut-offs` 和 `overrides`',
            en: 'use `score`, `cut-offs` and `overrides`',
          }
        : { zh: '用 `rows`', en: 'use `rows`' },
  });
}

/** A key without which the `hit` has nothing to go by. */
export function keyMissingForHit(place: ProblemPlace, key: string, hit: string): Problem {
  return buildError('RUL015', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: `\`hit: ${hit}\` 要有 ${quote(key)}`,
      en: `\`hit: ${hit}\` takes ${quote(key)}`,
    },
    help: { zh: `写上 \`${key}\``, en: `write \`${key}\`` },
  });
}

/** Cut-offs out of order. */
export function cutOffsUnsorted(place: ProblemPlace, outcome: string): Problem {
  return buildError('RUL016', place, {
    message: {
      zh: `分界 ${quote(outcome)} 没有比前一个低`,
      en: `cut-off ${quote(outcome)} is not below the one before it`,
    },
    help: { zh: '从高到低排列', en: 'list them from the highest to the lowest' },
  });
}

/** Scores below every cut-off. */
export function cutOffsGap(place: ProblemPlace, least: number): Problem {
  return buildError('RUL017', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: `分数可低至 ${least}，没有分界接住`,
      en: `the score can be as low as ${least}, and no cut-off takes it`,
    },
    help: {
      zh: `把最低的分界改为 ${least}，或写上 \`otherwise\``,
      en: `let the lowest cut-off be ${least}, or write \`otherwise\``,
    },
  });
}

/** An outcome that nothing leads to. */
export function outcomeNeverGiven(place: ProblemPlace, outcome: string | number): Problem {
  return buildWarning('RUL018', place, {
    about: { fault: 'absent', names: [named('outcome', String(outcome))] },
    message: {
      zh: `没有行得出结果 ${quote(outcome)}`,
      en: `nothing leads to outcome ${quote(outcome)}`,
    },
    help: { zh: '加上一行，或去掉这个结果', en: 'add a row for it, or remove it' },
  });
}

/** A row that does not say what it rests on. */
export function rowBasisMissing(place: ProblemPlace, row: string): Problem {
  return buildWarning('RUL019', place, {
    about: { fault: 'absent', names: [named('row', row)] },
    message: { zh: `${quote(row)} 没有依据`, en: `${quote(row)} rests on nothing` },
    help: {
      zh: '写上 `basis`：依据表中的条目、`practice` 或 `assumed`',
      en: 'write `basis`: an entry of the legal bases, `practice` or `assumed`',
    },
  });
}

/** A rule set without a title. */
export function titleMissing(place: ProblemPlace): Problem {
  return buildWarning('RUL020', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: '没有标题', en: 'there is no title' },
    help: { zh: '写上中英文的 `title`', en: 'write a `title` in both languages' },
  });
}

/** Rungs that are not in the order of time. */
export function rungsOutOfOrder(place: ProblemPlace, rung: string): Problem {
  return buildError('RUL021', place, {
    about: { fault: 'unfit', names: [named('rung', rung)] },
    message: {
      zh: `阶梯 ${quote(rung)} 早于前一级`,
      en: `rung ${quote(rung)} comes before the one above it`,
    },
    help: { zh: '按时间先后排列', en: 'list them in the order of time' },
  });
}

/** A rung that does nothing. */
export function rungEmpty(place: ProblemPlace, rung: string): Problem {
  return buildError('RUL022', place, {
    about: { fault: 'absent', names: [named('rung', rung)] },
    message: { zh: `阶梯 ${quote(rung)} 什么也不做`, en: `rung ${quote(rung)} does nothing` },
    help: { zh: '写上 `tell` 或 `do`', en: 'write `tell` or `do`' },
  });
}

/** No ladder is for the steps that name none. */
export function defaultLadderMissing(place: ProblemPlace): Problem {
  return buildError('RUL023', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: '没有默认的升级阶梯', en: 'there is no default escalation ladder' },
    help: {
      zh: '给一个升级阶梯写上 `default: true`',
      en: 'write `default: true` in one of the ladders in `rules/escalation`',
    },
  });
}

/** Two ladders for the steps that name none. */
export function defaultLadderTwice(place: ProblemPlace, first: string): Problem {
  return buildError('RUL024', place, {
    about: { fault: 'repeated', names: [named('ladder', first)] },
    message: {
      zh: `${quote(first)} 已是默认的升级阶梯`,
      en: `${quote(first)} is the default ladder already`,
    },
    help: { zh: '只留一处 `default: true`', en: 'keep `default: true` in one of them' },
  });
}

/** Words that do not say which answer they suggest. */
export function suggestionNeedsAnswer(
  place: ProblemPlace,
  fact: string,
  choices: readonly string[],
): Problem {
  const list = quoteList(choices);
  return buildError('RUL025', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: {
      zh: `没有写这些词提示事实 ${quote(fact)} 的哪个值`,
      en: `it is not said which answer to fact ${quote(fact)} these words suggest`,
    },
    help:
      choices.length === 0
        ? { zh: '写上 `as`', en: 'write `as`' }
        : { zh: `写上 \`as\`：${list.zh}`, en: `write \`as\`: ${list.en}` },
  });
}

/** An id of digits only, where the order counts: digits would be sorted first. */
export function digitsOnly(place: ProblemPlace, id: string): Problem {
  return buildError('RUL026', place, {
    message: {
      zh: `${quote(id)} 只有数字，排列顺序会丢失`,
      en: `${quote(id)} is all digits: its place in the order would be lost`,
    },
    help: { zh: `改为如 \`row-${id}\``, en: `call it for example \`row-${id}\`` },
  });
}

/** A fact that a row reads and that no step of any standard asks. */
export function factAskedNowhere(place: ProblemPlace, fact: string): Problem {
  return buildError('RUL027', place, {
    about: { fault: 'absent', names: [named('fact', fact)] },
    message: {
      zh: `没有任何步骤询问事实 ${quote(fact)}，此行永远不会命中`,
      en: `no step of any standard asks fact ${quote(fact)}: this row never fits`,
    },
    help: {
      zh: '在一个步骤的 `asks` 中加上它，或用 `from` 说明它从哪里来',
      en: 'add it to `asks` of a step, or say with `from` where it comes from',
    },
  });
}

/** One row id under `score` and `overrides`. */
export function rowTwice(place: ProblemPlace, row: string): Problem {
  return buildError('RUL028', place, {
    about: { fault: 'repeated', names: [named('row', row)] },
    message: {
      zh: `行 ${quote(row)} 在 \`score\` 中已有`,
      en: `row ${quote(row)} is under \`score\` already`,
    },
    help: { zh: '换一个标识', en: 'choose another id' },
  });
}

const sample: ProblemPlace = { file: 'rules/sample/sample.yaml', path: ['rows', 'first'] };

/** One of each, for the catalogue. */
export const ruleSetProblemSamples: readonly Problem[] = [
  unknownOutcome(sample, 'redd', ['red', 'white']),
  otherwiseMissing(sample),
  outcomeMissing(sample, 'first', 'colour'),
  unknownRowKey(sample, 'color', 'colour'),
  keyNotForHit(sample, 'rows', 'score'),
  keyNotForHit(sample, 'score', 'first'),
  keyMissingForHit(sample, 'rows', 'first'),
  cutOffsUnsorted(sample, 'red'),
  cutOffsGap(sample, -10),
  outcomeNeverGiven(sample, 'blue'),
  rowBasisMissing(sample, 'first'),
  titleMissing(sample),
  rungsOutOfOrder(sample, 'second'),
  rungEmpty(sample, 'second'),
  defaultLadderMissing(sample),
  defaultLadderTwice(sample, 'late-step'),
  suggestionNeedsAnswer(sample, 'injury', ['none', 'minor']),
  suggestionNeedsAnswer(sample, 'people', []),
  digitsOnly(sample, '1'),
  factAskedNowhere(sample, 'injury'),
  rowTwice(sample, 'first'),
];
