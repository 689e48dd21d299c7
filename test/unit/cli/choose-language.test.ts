import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../src/cli/choose-language.ts';

test.each([
  { given: [], environment: {}, lang: 'en' },
  { given: [], environment: { LANG: 'zh_CN.UTF-8' }, lang: 'zh' },
  { given: [], environment: { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, lang: 'en' },
  { given: [], environment: { LANG: 'zh_CN.UTF-8', LC_ALL: '' }, lang: 'zh' },
  { given: ['check', '--lang', 'zh'], environment: { LANG: 'C' }, lang: 'zh' },
  { given: ['check', '--lang=en'], environment: { LANG: 'zh_CN' }, lang: 'en' },
  { given: ['check', '--lang', 'fr'], environment: { LANG: 'zh_CN' }, lang: 'zh' },
])('$given with $environment is answered in $lang', ({ given, environment, lang }) => {
  expect(chooseLanguage(given, environment)).toBe(lang);
});
