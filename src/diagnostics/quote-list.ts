import type { Text } from '../model/text.ts';
import { quote } from './quote.ts';

const shownMax = 8;

/** Words in backticks as one enumeration; a long one is cut and says how many there are. */
export function quoteList(words: readonly (string | number | boolean)[]): Text {
  const shown = words.slice(0, shownMax).map(quote);
  const more = words.length > shownMax;
  return {
    zh: shown.join('、') + (more ? ` 等 ${words.length} 项` : ''),
    en: shown.join(', ') + (more ? ` and ${words.length - shownMax} more` : ''),
  };
}
