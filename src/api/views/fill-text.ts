import type { Text } from '../../model/text.ts';

/** Puts texts into both languages of a pattern: `{step}` becomes the text named `step`, or the bare word given. */
export function fillText(pattern: Text, words: Readonly<Record<string, Text | string>>): Text {
  const fill = (language: 'zh' | 'en') =>
    pattern[language].replaceAll(/\{([a-z]+)\}/gu, (hole, key: string) => {
      const word = Object.hasOwn(words, key) ? words[key] : undefined;
      return (typeof word === 'object' ? word[language] : word) ?? hole;
    });
  return { zh: fill('zh'), en: fill('en') };
}
