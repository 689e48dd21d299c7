import { Option, type Command } from 'commander';
import type { Language } from '../diagnostics/language.ts';
import type { Text } from '../model/text.ts';

/** The options that every verb has. The language is chosen before they are parsed. */
export interface VerbOptions {
  readonly json?: true;
  readonly root?: string;
}

/** Adds a verb with the options that all of them have; `usage` is such as `check [path...]`. */
export function addVerb(program: Command, lang: Language, usage: string, about: Text): Command {
  return program
    .command(usage)
    .description(about[lang])
    .option('--json', { zh: '输出 JSON，供程序读取', en: 'print JSON, for programs' }[lang])
    .addOption(
      new Option('--lang <zh|en>', { zh: '语言', en: 'language' }[lang]).choices(['zh', 'en']),
    )
    .option(
      '--root <folder>',
      { zh: '放 standards/ 和 rules/ 的文件夹', en: 'the folder that holds standards/ and rules/' }[
        lang
      ],
    );
}
