import type { HelpConfiguration } from 'commander';
import type { Language } from '../diagnostics/language.ts';

const chinese: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '动词：',
};

/** Commander's own headings in the language of the rest of the help. */
export function styleHelp(lang: Language): HelpConfiguration {
  return {
    styleTitle: (title) =>
      lang === 'zh' ? (chinese[title] ?? title) : title.replace('Commands', 'Verbs'),
  };
}
