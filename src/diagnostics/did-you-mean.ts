import type { Text } from '../model/text.ts';
import { nearestWord } from './nearest-word.ts';
import { quote } from './quote.ts';
import { quoteList } from './quote-list.ts';

/** The help for a misspelt word: the nearest candidate, else (if there are any) what there is to choose from. */
export function didYouMean(word: string, candidates: readonly string[]): Text | undefined {
  const nearest = nearestWord(word, candidates);
  if (nearest !== undefined) {
    return { zh: `是不是 ${quote(nearest)}？`, en: `did you mean ${quote(nearest)}?` };
  }
  if (candidates.length === 0) return undefined;
  const list = quoteList(candidates);
  return { zh: `可选：${list.zh}`, en: `choose from ${list.en}` };
}
