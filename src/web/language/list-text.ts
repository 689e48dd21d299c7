import type { Language } from './language.ts';

/** Several titles in one line. Some are questions, after which a comma would be wrong. */
export function listText(titles: readonly string[], language: Language): string {
  if (language === 'zh') return titles.join('、');
  return titles.join(titles.some((title) => /[?.!]$/u.test(title)) ? ' · ' : ', ');
}
