import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Text } from '../../model/text.ts';

/** A text that a name is unknown, with the nearest of the known ones for each where there is one. */
export function didYouMean(text: Text, words: readonly string[], known: readonly string[]): Text {
  const meant = words.flatMap((word) => nearestWord(word, known) ?? []);
  if (meant.length === 0) return text;
  return {
    zh: `${text.zh}；是否为${meant.map((word) => `“${word}”`).join('、')}`,
    en: `${text.en}; did you mean ${meant.map((word) => `\`${word}\``).join(', ')}?`,
  };
}
