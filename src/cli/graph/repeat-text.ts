import type { Language } from '../../diagnostics/language.ts';
import type { After, ProcedureSpec, RepeatSpec } from '../../model/procedure-spec.ts';
import { spanText } from '../span-text.ts';
import { conditionText } from './condition-text.ts';
import { limitText } from './due-text.ts';

const words = {
  every: { zh: '每 ', en: 'every ' },
  then: { zh: '，此后每 ', en: ', then ' },
  until: { zh: '，直到 ', en: ', until ' },
  or: { zh: ' 或 ', en: ' or ' },
  and: { zh: ' 且 ', en: ' and ' },
} as const;

/** A repetition in one line: `every 4h for 1d, then 1d, until stand-down`. */
export function repeatText(
  { conditions }: Pick<ProcedureSpec, 'conditions'>,
  { every, until, untilHolds }: RepeatSpec,
  lang: Language,
): string {
  const spans = every.map(({ limit, forMilliseconds }) => {
    const length = limitText(limit, lang);
    if (forMilliseconds === undefined) return length;
    const lasts = spanText(forMilliseconds);
    return lang === 'zh' ? `${length}（共 ${lasts}）` : `${length} for ${lasts}`;
  });
  const condition = untilHolds === undefined ? undefined : conditions[untilHolds];
  const ends = [
    ...(until ? [afterText(until, lang)] : []),
    ...(condition ? [conditionText(condition, lang)] : []),
  ];
  const end = ends.length === 0 ? '' : words.until[lang] + ends.join(words.or[lang]);
  return words.every[lang] + spans.join(words.then[lang]) + end;
}

function afterText(after: After, lang: Language): string {
  switch (after.kind) {
    case 'step':
      return after.step;
    case 'anchor':
      return after.anchor;
    case 'all':
    case 'any': {
      const word = after.kind === 'all' ? words.and : words.or;
      return after.of.map((each) => afterText(each, lang)).join(word[lang]);
    }
  }
}
