import type { Problem } from '../model/diagnostic.ts';
import { readDate, type TimeFault } from '../model/read-time.ts';
import type { Text } from '../model/text.ts';
import { buildError, named } from './build-problem.ts';
import { unknownOrMisspelt } from './unknown-or-misspelt.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';
import { valueKindText, type ValueKind } from './value-kind.ts';

/** A key that the language does not have here. */
export function unknownKey(place: ProblemPlace, key: string, known: readonly string[]): Problem {
  return buildError('SCH001', place, {
    message: { zh: `此处没有 ${quote(key)} 这个键`, en: `there is no key ${quote(key)} here` },
    ...unknownOrMisspelt('key', key, known),
    ...(known.length === 0 && { help: { zh: '删去它', en: 'remove it' } }),
  });
}

/** A key that has to be there. */
export function missingKey(
  place: ProblemPlace,
  key: string,
  examples: readonly string[] = [],
): Problem {
  const list = quoteList(examples.slice(0, 3));
  const line = quote(`${key}:`);
  return buildError('SCH002', place, {
    about: { fault: 'absent', names: [named('key', key)] },
    message: { zh: `缺少 ${quote(key)}`, en: `${quote(key)} is missing` },
    help: {
      zh: `补上 ${line}${examples.length > 0 ? `，例如 ${list.zh}` : ''}`,
      en: `add ${line}${examples.length > 0 ? `, for example ${list.en}` : ''}`,
    },
  });
}

/** Keys of an entry where ids of entries should stand: the line with its id was lost. */
export function missingId(place: ProblemPlace, keys: readonly string[]): Problem {
  const list = quoteList(keys.slice(0, 3));
  return buildError('SCH015', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: `${list.zh} 上面缺少写名称（id）的一行`,
      en: `the line with the id that ${list.en} belong to is missing`,
    },
    help: {
      zh: `在上面补一行 ${quote('its-id:')}（换成它的名称），下面各行比它多缩进两格`,
      en: `write ${quote('its-id:')} with its name in a line above, these lines indented two more`,
    },
  });
}

/** A text in one language only. */
export function missingTranslation(place: ProblemPlace, language: 'zh' | 'en'): Problem {
  return buildError('SCH003', place, {
    about: { fault: 'absent', names: [] },
    message: {
      zh: language === 'zh' ? '缺少中文' : '缺少英文',
      en: `the ${language === 'zh' ? 'Chinese' : 'English'} text is missing`,
    },
    help: { zh: '写成 `{ zh: …, en: … }`', en: 'write `{ zh: …, en: … }`' },
  });
}

/** A value of another kind than is read here. */
export function wrongKind(
  place: ProblemPlace,
  found: ValueKind,
  { wanted, help }: { wanted: readonly ValueKind[]; help?: Text | undefined },
): Problem {
  const kinds = kindList(wanted);
  const fraction = found === 'number' && wanted.includes('integer');
  const other = fraction ? { zh: '小数', en: 'a fraction' } : valueKindText[found];
  return buildError('SCH004', place, {
    message: {
      zh: `应为${kinds.zh}，这里是${other.zh}`,
      en: `this should be ${kinds.en}, not ${other.en}`,
    },
    help: help ?? { zh: `改写成${kinds.zh}`, en: `write ${kinds.en} here` },
  });
}

function kindList(kinds: readonly ValueKind[]): Text {
  const texts = kinds.map((kind) => valueKindText[kind]);
  const en = texts.map((text) => text.en);
  const last = en.pop() ?? '';
  return {
    zh: texts.map((text) => text.zh).join('或'),
    en: en.length > 0 ? `${en.join(', ')} or ${last}` : last,
  };
}

/** A text that is not of the form that is read here: `help` says which, with an example. */
export function wrongForm(place: ProblemPlace, value: string, help?: Text): Problem {
  return buildError('SCH005', place, {
    message: {
      zh: `${quote(value)} 的写法不对`,
      en: `${quote(value)} is not of the form wanted here`,
    },
    help,
  });
}

/** A key, chosen by the author, that is no id. */
export function wrongId(place: ProblemPlace, id: string, help?: Text): Problem {
  return buildError('SCH006', place, {
    message: { zh: `${quote(id)} 不能作标识`, en: `${quote(id)} cannot be an id` },
    help,
  });
}

/** A word that is not among the few that are known here. */
export function notOneOf(
  place: ProblemPlace,
  value: string | number | boolean,
  allowed: readonly string[],
): Problem {
  return buildError('SCH007', place, {
    message: { zh: `此处不能用 ${quote(value)}`, en: `${quote(value)} is not known here` },
    ...unknownOrMisspelt('value', String(value), allowed),
  });
}

/** A number, a length or a count outside its bounds. */
export function outOfBounds(place: ProblemPlace, bound: Bound, limit: number): Problem {
  return buildError('SCH008', place, {
    message: boundText[bound](limit),
    help: boundHelp[bound.endsWith('least') ? 'least' : 'most'][
      bound.startsWith('number') ? 'number' : 'other'
    ],
  });
}

/** A bound: the thing that has it, and the side on which it is. */
export type Bound =
  | 'number-least'
  | 'number-most'
  | 'characters-most'
  | 'items-least'
  | 'items-most'
  | 'keys-least'
  | 'keys-most';

const boundText: Readonly<Record<Bound, (limit: number) => Text>> = {
  'number-least': (limit) => ({ zh: `不能小于 ${limit}`, en: `this must be at least ${limit}` }),
  'number-most': (limit) => ({ zh: `不能大于 ${limit}`, en: `this must be at most ${limit}` }),
  'characters-most': (limit) => ({
    zh: `文字超过 ${limit} 个字`,
    en: `this text is longer than ${limit} characters`,
  }),
  'items-least': (limit) => ({
    zh: `至少要有 ${limit} 项`,
    en: `the list needs at least ${limit} entries`,
  }),
  'items-most': (limit) => ({
    zh: `最多 ${limit} 项`,
    en: `the list has room for ${limit} entries`,
  }),
  'keys-least': (limit) => ({
    zh: `至少要写 ${limit} 项`,
    en: `at least ${limit} key is needed here`,
  }),
  'keys-most': (limit) => ({
    zh: `最多写 ${limit} 项`,
    en: `at most ${limit} key is allowed here`,
  }),
};

const boundHelp: Readonly<Record<'least' | 'most', Readonly<Record<'number' | 'other', Text>>>> = {
  least: {
    number: { zh: '改成大一些的数', en: 'write a larger number' },
    other: { zh: '补上，或删去这个键', en: 'add what is missing, or remove the key' },
  },
  most: {
    number: { zh: '改成小一些的数', en: 'write a smaller number' },
    other: { zh: '删短', en: 'make it shorter' },
  },
};

/** A text of no characters. */
export function emptyText(place: ProblemPlace): Problem {
  return buildError('SCH009', place, {
    message: { zh: '文字是空的', en: 'this text is empty' },
    help: { zh: '写上文字，或删去这个键', en: 'write the text, or remove the key' },
  });
}

/** A key with nothing behind it. */
export function emptyValue(place: ProblemPlace, wanted: readonly ValueKind[]): Problem {
  const kinds = kindList(wanted);
  return buildError('SCH010', place, {
    about: { fault: 'absent', names: [] },
    message: { zh: '后面没有内容', en: 'nothing is written here' },
    help: { zh: `写上${kinds.zh}，或删去这个键`, en: `write ${kinds.en}, or remove the key` },
  });
}

/** One entry twice in a list of different ones. */
export function repeatedItem(place: ProblemPlace, item: string): Problem {
  return buildError('SCH011', place, {
    message: { zh: `列表中 ${quote(item)} 重复`, en: `${quote(item)} is in the list twice` },
    help: { zh: '删去一个', en: 'remove one of them' },
  });
}

/** A shape that is wrong in a way the other messages do not know. */
export function wrongShape(place: ProblemPlace, help?: Text): Problem {
  return buildError('SCH012', place, {
    message: { zh: '此处的内容不合规定', en: 'what is written here does not fit' },
    help: help ?? {
      zh: '对照语言手册中这个键的写法',
      en: 'see how this key is written in the language guide',
    },
  });
}

/** A date or a time that does not exist, or that is not written as ours are. */
export function wrongTime(place: ProblemPlace, value: string, { why, such }: TimeFault): Problem {
  return buildError('SCH013', place, {
    message: { zh: `${quote(value)} ${why.zh}`, en: `${quote(value)} ${why.en}` },
    help: { zh: `写成 ${quote(such)} 这样`, en: `write it such as ${quote(such)}` },
  });
}

/** A limit that nobody lives to see. */
export function limitTooLong(place: ProblemPlace, limit: string): Problem {
  return buildError('SCH014', place, {
    message: {
      zh: `时限 ${quote(limit)} 超过 100 年`,
      en: `limit ${quote(limit)} is over 100 years`,
    },
    help: { zh: '改正数字或单位', en: 'correct the number or its unit' },
  });
}

/** Help that tells what is allowed: the description of a schema and its examples. */
export function formHelp(
  description: Text | undefined,
  examples: readonly string[],
): Text | undefined {
  const list = quoteList(examples.slice(0, 4));
  if (examples.length === 0) return description;
  if (!description) return { zh: `例如 ${list.zh}`, en: `for example ${list.en}` };
  return {
    zh: `${description.zh}；例如 ${list.zh}`,
    en: `${description.en}; for example ${list.en}`,
  };
}

const sample: ProblemPlace = { file: 'standards/07-sample/standard.yaml', path: ['steps'] };
const limitHelp = formHelp({ zh: '时限', en: 'a limit' }, ['5m', '24h']);

/** One of each, for the catalogue. */
export const schemaProblemSamples: readonly Problem[] = [
  unknownKey(sample, 'stesp', ['steps', 'facts']),
  missingKey(sample, 'title'),
  missingKey(sample, 'within', ['5m']),
  missingTranslation(sample, 'en'),
  wrongKind(sample, 'array', { wanted: ['object', 'string'] }),
  wrongKind(sample, 'number', { wanted: ['integer'] }),
  wrongForm(sample, '5 minutes', limitHelp),
  wrongId(sample, 'Take_Statements', formHelp(undefined, ['take-statements'])),
  notOneOf(sample, 'frist', ['first', 'all']),
  ...(Object.keys(boundText) as Bound[]).map((bound) => outOfBounds(sample, bound, 1)),
  emptyText(sample),
  emptyValue(sample, ['object']),
  repeatedItem(sample, 'none'),
  wrongShape(sample),
  ...['2026-02-31', 'Mar 3'].flatMap((text) => {
    const { fault } = readDate(text);
    return fault ? [wrongTime(sample, text, fault)] : [];
  }),
  limitTooLong(sample, '101y'),
];
