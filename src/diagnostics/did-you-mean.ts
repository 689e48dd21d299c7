import type { Text } from '../model/text.ts';
import { nearestWord } from './nearest-word.ts';
import { quote } from './quote.ts';
import { wideSignsIn, wideText } from './wide-signs.ts';
import { quoteList } from './quote-list.ts';

/** The help for a misspelt word: the nearest candidate, else what there is to choose from. */
export function didYouMean(
  word: string,
  candidates: readonly string[],
  nearest = nearestWord(word, candidates),
): Text {
  const wide = wideSignsIn(word);
  if (wide.length > 0 && !candidates.some((candidate) => wideSignsIn(candidate).length > 0)) {
    const { message, help } = wideText(wide);
    return { zh: `${message.zh}：${help.zh}`, en: `${message.en}: ${help.en}` };
  }
  if (nearest !== undefined) {
    return { zh: `是不是 ${quote(nearest)}？`, en: `did you mean ${quote(nearest)}?` };
  }
  if (candidates.length === 0)
    return { zh: '先定义它，或删去它', en: 'define it first, or remove it' };
  const list = quoteList(candidates);
  return { zh: `可选：${list.zh}`, en: `choose from ${list.en}` };
}
