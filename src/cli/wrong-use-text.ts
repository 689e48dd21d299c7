import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { Text } from '../model/text.ts';

/** The objection of commander, in one line and both languages. */
export function wrongUseText(code: string, message: string): Text {
  const en = withNearestChoice(message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  return { en, zh: inChinese(code, en) ?? en };
}

// Commander guesses at verbs and options, and not at what an option is given.
function withNearestChoice(message: string): string {
  const [, given = '', choices = ''] =
    /argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/.exec(message) ?? [];
  const meant = nearestWord(given, choices.split(', '));
  return meant === undefined ? message : `${message} (Did you mean ${meant}?)`;
}

function inChinese(code: string, en: string): string | undefined {
  const [first = '', second = ''] = [...en.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const meant = /Did you mean (?:one of )?([^?]*)\?/.exec(en)?.[1];
  const hint = meant === undefined ? '' : `（是不是 ${meant}？）`;
  switch (code) {
    case 'commander.unknownCommand':
      return `没有这个动词：${first}${hint}`;
    case 'commander.unknownOption':
      return `没有这个选项：${first}${hint}`;
    case 'commander.missingArgument':
      return `缺少：${first}`;
    case 'commander.optionMissingArgument':
      return `选项 ${first} 后面缺一个值`;
    case 'commander.missingMandatoryOptionValue':
      return `必须给出选项 ${first}`;
    case 'commander.excessArguments':
      return '给出的参数太多';
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are ([^.]*)\./.exec(en)?.[1];
      return `${first} 不能是 ${second}${choices === undefined ? '' : `，可以是 ${choices}`}${hint}`;
    }
    default:
      return undefined;
  }
}
