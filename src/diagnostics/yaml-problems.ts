import type { Problem } from '../model/diagnostic.ts';
import { buildError, named } from './build-problem.ts';
import type { ProblemPlace } from './problem-place.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';
import { wideText } from './wide-signs.ts';
import type { Text } from '../model/text.ts';

/** A file with nothing in it but blanks and comments. */
export function emptyFile(file: string): Problem {
  return buildError(
    'YML101',
    { file, path: [] },
    {
      message: { zh: '文件是空的', en: 'this file is empty' },
      help: { zh: '写入内容，或删除文件', en: 'write something into it, or remove it' },
    },
  );
}

/** A mark that git leaves behind where two people changed the same lines. */
export function mergeMarker(place: ProblemPlace): Problem {
  return buildError('YML102', place, {
    message: { zh: '文件中留有合并冲突标记', en: 'a merge conflict was left in this file' },
    help: {
      zh: '在两种写法中选定一种，删去 `<<<<<<<`、`=======`、`>>>>>>>` 各行',
      en: 'keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`',
    },
  });
}

/** A character that is not seen, but read. */
export function hiddenCharacter(place: ProblemPlace, codePoint: number): Problem {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return buildError('YML103', place, {
    message: { zh: `有看不见的字符 ${name}`, en: `there is an invisible character ${name}` },
    help: { zh: '删去该字符，重新输入这一行', en: 'remove it: type the line again' },
  });
}

/** Text that cannot be taken apart. What is known of the reason is in the help. */
export function brokenYaml(place: ProblemPlace, help?: Text): Problem {
  return buildError('YML104', place, {
    message: { zh: '此处的 YAML 写法有误', en: 'the YAML is broken here' },
    help: help ?? {
      zh: '对照上一行检查缩进、冒号和引号',
      en: 'compare indentation, colons and quotes with the line above',
    },
  });
}

/** A tab where blanks are needed. */
export function tabIndent(place: ProblemPlace): Problem {
  return buildError('YML105', place, {
    message: { zh: '缩进用了制表符', en: 'a tab is used for indentation' },
    help: { zh: '改用空格，每层两个', en: 'use blanks, two for each level' },
  });
}

/** Keys twice in the same mapping, one behind the other; the second would silently win. */
export function duplicateKeys(place: ProblemPlace, keys: readonly string[]): Problem {
  const list = quoteList(keys);
  return buildError('YML106', place, {
    message:
      keys.length === 1
        ? { zh: `键 ${list.zh} 写了两次`, en: `key ${list.en} is written twice` }
        : { zh: `键 ${list.zh} 写了两次`, en: `keys ${list.en} are written twice` },
    help:
      keys.length === 1
        ? { zh: '合并两处，或改名', en: 'join the two, or rename one' }
        : {
            zh: '上面可能少了写名称的一行；不少就合并两处',
            en: 'a line with a name may be missing above; if none is, join the two',
          },
  });
}

/** A line of `---` that starts a second document. */
export function severalDocuments(place: ProblemPlace): Problem {
  return buildError('YML107', place, {
    message: { zh: '一个文件里有几份文档', en: 'there are several documents in one file' },
    help: { zh: '删去 `---`，每份各用一个文件', en: 'remove the `---`: one file for each' },
  });
}

/** An anchor, alias or merge key. The language has parts for what is used again. */
export function anchor(place: ProblemPlace, text: string): Problem {
  return buildError('YML108', place, {
    about: { fault: 'unfit', names: [named('reference', text)] },
    message: { zh: `不能使用引用 ${quote(text)}`, en: `reference ${quote(text)} is not allowed` },
    help: {
      zh: '照写一遍，或做成 `part`；以 `&`、`*` 开头的文字请加引号',
      en: 'write it out, or make it a `part`; quote a text that starts with `&` or `*`',
    },
  });
}

/** `!!int` and the like: how a value is read is fixed by the language. */
export function tag(place: ProblemPlace, text: string): Problem {
  return buildError('YML109', place, {
    message: {
      zh: `不能使用类型标签 ${quote(text)}`,
      en: `type tag ${quote(text)} is not allowed`,
    },
    help: {
      zh: '删去标签；以 `!` 开头的文字请加引号',
      en: 'remove the tag; quote a text that starts with `!`',
    },
  });
}

/** `%YAML 1.1` would turn `yes` into true. */
export function directive(place: ProblemPlace): Problem {
  return buildError('YML110', place, {
    message: {
      zh: '不能使用以 `%` 开头的指令行',
      en: 'a line of directives, with `%`, is not allowed',
    },
    help: { zh: '删去这一行', en: 'remove this line' },
  });
}

/** Nesting that no file of the language needs. */
export function tooDeep(place: ProblemPlace): Problem {
  return buildError('YML111', place, {
    message: { zh: '嵌套层次太深', en: 'this is nested too deeply' },
    help: { zh: '检查括号和缩进', en: 'check brackets and indentation' },
  });
}

/** A list or mapping in the place of a key. */
export function notAKey(place: ProblemPlace): Problem {
  return buildError('YML112', place, {
    message: { zh: '键必须是一个词', en: 'a key has to be one word' },
    help: {
      zh: '写成 `键: 值`；以 `{` 或 `[` 开头的文字请加引号',
      en: 'write `key: value`; quote a text that starts with `{` or `[`',
    },
  });
}

/** A word that means something to the program itself wherever it stands. */
export function reservedWord(place: ProblemPlace, word: string): Problem {
  return buildError('YML113', place, {
    message: {
      zh: `${quote(word)} 是保留字，不能使用`,
      en: `${quote(word)} is reserved and cannot be used`,
    },
    help: { zh: '换一个词', en: 'choose another word' },
  });
}

/** A word between two commas of `{ }`: mostly the rest of a text with a comma in it. */
export function loneWord(place: ProblemPlace, word: string, help?: Text): Problem {
  return buildError('YML114', place, {
    message: { zh: `${quote(word)} 后面没有值`, en: `${quote(word)} stands here without a value` },
    help: help ?? {
      zh: '若它属于前面的文字，请把整句加引号：逗号会断开未加引号的文字',
      en: 'if it belongs to the text before it, put all of that in quotes: a comma ends a text without',
    },
  });
}

/** The line ends of old machines: to YAML the whole file is one line, and a comment at its top all of it. */
export function carriageReturn(place: ProblemPlace): Problem {
  return buildError('YML115', place, {
    message: {
      zh: '这一行以回车符（CR）结尾，没有换行符（LF）',
      en: 'this line ends with a carriage return (CR) alone',
    },
    help: {
      zh: '在编辑器中以 LF 换行另存文件',
      en: 'save the file with line ends of the form LF from the editor',
    },
  });
}

/** A number that is none, or that no computer holds exactly. */
export function notANumber(place: ProblemPlace, written: string): Problem {
  return buildError('YML116', place, {
    message: {
      zh: `${quote(written)} 不是可用的数`,
      en: `${quote(written)} is no number that can be used`,
    },
    help: { zh: '写成如 `4` 或 `2.5` 的数', en: 'write a number such as `4` or `2.5`' },
  });
}

/** A number in a form that readers take for another one, such as `0o4`. */
export function plainNumberWanted(place: ProblemPlace, written: string, plain: string): Problem {
  return buildError('YML117', place, {
    message: {
      zh: `${quote(written)} 不是普通的十进制写法`,
      en: `${quote(written)} is not written as a plain decimal number`,
    },
    help: {
      zh: `若是数，写成 ${quote(plain)}；若是文字，加引号`,
      en: `write ${quote(plain)} if it is a number, and put it in quotes if it is a text`,
    },
  });
}

/** A control character that a text has by an escape, such as `"\\u0000"`. */
export function controlCharacter(place: ProblemPlace, codePoint: number): Problem {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  return buildError('YML118', place, {
    message: {
      zh: `文字中有控制字符 ${name}`,
      en: `this text holds the control character ${name}`,
    },
    help: { zh: '删去该转义写法', en: 'remove the escape that makes it' },
  });
}

/** Signs of a Chinese keyboard where the language has the plain ones. */
export function fullWidth(place: ProblemPlace, signs: readonly string[]): Problem {
  return buildError('YML119', place, wideText(signs));
}

const sample: ProblemPlace = { file: 'standards/07-sample/standard.yaml', path: ['steps'] };

/** One of each, for the catalogue. */
export const yamlProblemSamples: readonly Problem[] = [
  emptyFile(sample.file),
  mergeMarker(sample),
  hiddenCharacter(sample, 0x200b),
  brokenYaml(sample),
  tabIndent(sample),
  duplicateKeys(sample, ['steps']),
  severalDocuments(sample),
  anchor(sample, '*base'),
  tag(sample, '!!int'),
  directive(sample),
  tooDeep(sample),
  notAKey(sample),
  reservedWord(sample, 'constructor'),
  loneWord(sample, 'take statements apart'),
  carriageReturn(sample),
  notANumber(sample, '.inf'),
  plainNumberWanted(sample, '0o4', '4'),
  controlCharacter(sample, 0),
  fullWidth(sample, ['【', '】']),
  fullWidth(sample, ['２', '０']),
  fullWidth(sample, ['\u3000']),
];
