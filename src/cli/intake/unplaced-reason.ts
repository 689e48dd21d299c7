import type { DecisionView } from '../../contract/decision-contract.ts';
import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';

/** Why a report fits no standard: the rules that say so, else those that came nearest and what they would need. */
export function unplacedReason(decision: DecisionView | undefined): Text {
  return { zh: inWords(decision, 'zh'), en: inWords(decision, 'en') };
}

const words = {
  none: { zh: '没有一行规则符合', en: 'no rule matched' },
  nearest: { zh: '最接近：', en: 'nearest: ' },
  needs: { zh: '要改：', en: 'would need: ' },
  between: { zh: '；', en: '; ' },
  and: { zh: '、', en: ', ' },
} as const;

function inWords(decision: DecisionView | undefined, lang: Language): string {
  const { because = [], nearest = [], titles = {} } = decision ?? {};
  if (because.length > 0) {
    return because.map((row) => row.because[lang]).join(words.between[lang]);
  }
  if (nearest.length === 0) return words.none[lang];
  const rows = nearest.map((row) => {
    const facts = row.unmet.map((id) => titles[id]?.[lang] ?? id).join(words.and[lang]);
    return facts === '' ? row.because[lang] : `${row.because[lang]} [${words.needs[lang]}${facts}]`;
  });
  return `${words.nearest[lang]}${rows.join(words.between[lang])}`;
}
