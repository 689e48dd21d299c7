import type { Language } from '../../diagnostics/language.ts';
import type { Comparison, Condition } from '../../model/condition.ts';

const words = { and: { zh: '且', en: 'and' }, or: { zh: '或', en: 'or' } } as const;

const signs: Readonly<Record<Comparison['operator'], string>> = {
  is: '=',
  'is-not': '≠',
  in: '∈',
  'not-in': '∉',
  'at-least': '≥',
  below: '<',
  'at-most': '≤',
  above: '>',
};

/** A condition in one line, `item-value ≥ 1000 and value-clear = no`. */
export function conditionText(condition: Condition, lang: Language, isInner = false): string {
  if (condition.kind === 'compare') {
    const { fact, operator, value } = condition;
    return `${fact} ${signs[operator]} ${Array.isArray(value) ? `{${value.join(', ')}}` : String(value)}`;
  }
  const [only, ...others] = condition.of;
  if (only && others.length === 0) return conditionText(only, lang, isInner);
  const word = words[condition.kind === 'all' ? 'and' : 'or'][lang];
  const text = condition.of.map((each) => conditionText(each, lang, true)).join(` ${word} `);
  return isInner ? `(${text})` : text;
}
