import type { Language } from '../../diagnostics/language.ts';
import type { Limit } from '../../model/limit.ts';
import type { Anchor, DueSpec } from '../../model/procedure-spec.ts';
import { spanText } from '../span-text.ts';

const words = {
  grace: { zh: '立即', en: 'at once' },
  from: { zh: '起', en: 'from' },
  by: { zh: '按', en: 'by' },
  report: { zh: '报警', en: 'report' },
  opening: { zh: '提示', en: 'opening' },
  proposed: { zh: '提交', en: 'proposal' },
} as const;

// More cells than these say nothing at a glance: the least and the most do.
const cellsShownMax = 4;

/** A due in one line: `3m from sign`, `4m–20m by priority, zone from dispatch`. */
export function dueText({ anchor, limit }: DueSpec, lang: Language): string {
  const from = anchorText(anchor, lang);
  const text =
    limit.kind === 'table' ? tableText(limit.cells, limit.by, lang) : limitText(limit, lang);
  return lang === 'zh' ? `${from}${words.from.zh} ${text}` : `${text} ${words.from.en} ${from}`;
}

function tableText(
  cells: Readonly<Record<string, Limit>>,
  by: readonly string[],
  lang: Language,
): string {
  const entries = Object.entries(cells);
  if (entries.length <= cellsShownMax) {
    return entries.map(([key, limit]) => `${key}: ${limitText(limit, lang)}`).join(', ');
  }
  const sorted = entries
    .map(([, limit]) => limit)
    .sort((left, right) => roughly(left) - roughly(right));
  const [least, most] = [sorted[0], sorted.at(-1)].map((limit) =>
    limit ? limitText(limit, lang) : '',
  );
  return `${least}–${most} ${words.by[lang]} ${by.join(', ')}`;
}

/** A limit in one word, `3wd`. */
export function limitText(limit: Limit, lang: Language): string {
  switch (limit.kind) {
    case 'exact':
      return spanText(limit.milliseconds);
    case 'days':
      return `${limit.days}d`;
    case 'working-days':
      return `${limit.days}wd`;
    case 'months':
      return `${limit.months}mo`;
    case 'grace':
      return words.grace[lang];
  }
}

function roughly(limit: Limit): number {
  const day = 86_400_000;
  switch (limit.kind) {
    case 'exact':
      return limit.milliseconds;
    case 'days':
    case 'working-days':
      return limit.days * day;
    case 'months':
      return limit.months * 30 * day;
    case 'grace':
      return 0;
  }
}

function anchorText(anchor: Anchor, lang: Language): string {
  switch (anchor.kind) {
    case 'step':
      return anchor.step;
    case 'anchor':
      return anchor.anchor;
    case 'report':
    case 'opening':
    case 'proposed':
      return words[anchor.kind][lang];
  }
}
