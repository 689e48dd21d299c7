import type { Language } from '../diagnostics/language.ts';

/** The language asked for by `--lang`, else the terminal's, else English. Read before the options are parsed: the help needs it. */
export function chooseLanguage(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const index = given.lastIndexOf('--lang');
  const asked =
    index === -1
      ? given.findLast((word) => word.startsWith('--lang='))?.slice(7)
      : given[index + 1];
  if (asked === 'zh' || asked === 'en') return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  // An empty variable counts as unset, as POSIX has it.
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';
}
