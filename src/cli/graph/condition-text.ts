import type { Language } from '../../diagnostics/language.ts';
import type { Condition, Operator } from '../../model/condition.ts';
import type { FactValue } from '../../model/fact-value.ts';

const words = { and: { zh: '且', en: 'and' }, or: { zh: '或', en: 'or' } } as const;

const signs: Readonly<Record<Operator, string>> = {
  is: '=',
  'is-not': '≠',
  in: '∈',
  'not-in': '∉',
  'at-least': '≥',
  below: '<',
  'at-most': '≤',
  above: '>',
};

/** A condition in one line, `persons ≥ 3 and hurt = yes`. */
export function conditionText(condition: Condition, lang: Language, isInner = false): string {
  if (condition.kind === 'compare') {
    const { fact, operator, value } = condition;
    const [only, ...others] = Array.isArray(value)
      ? (value as readonly FactValue[])
      : [value as FactValue];
    if (others.length > 0) return `${fact} ${signs[operator]} {${[only, ...others].join(', ')}}`;
    const sign = operator === 'in' ? '=' : operator === 'not-in' ? '≠' : signs[operator];
    return `${fact} ${sign} ${String(only)}`;
  }
  const [only, ...others] = condition.of;
  if (only && others.length === 0) return conditionText(only, lang, isInner);
  const word = words[condition.kind === 'all' ? 'and' : 'or'][lang];
  const text = condition.of.map((each) => conditionText(each, lang, true)).join(` ${word} `);
  return isInner ? `(${text})` : text;
}
