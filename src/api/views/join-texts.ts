import type { Text } from '../../model/text.ts';

/** Texts as a list within a sentence. */
export const joinTexts = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
});
