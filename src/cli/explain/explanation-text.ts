import type { Language } from '../../diagnostics/language.ts';
import type { Decision } from '../../model/decision.ts';
import { basisKinds } from '../basis-of.ts';
import type { Explanation, FirstPrompt, SuggestedHere } from './explain-report.ts';

const words = {
  report: { zh: '报警', en: 'report' },
  suggested: { zh: '词语提示', en: 'the words suggest' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  otherwise: { zh: '确认为', en: 'confirmed as' },
  open: { zh: '未确认', en: 'not confirmed' },
  standard: { zh: '标准', en: 'standard' },
  none: { zh: '定不了', en: 'none' },
  unmoved: { zh: '没有一行符合，不变', en: 'no row matched, unchanged' },
  priority: { zh: '等级', en: 'priority' },
  decided: { zh: '判定', en: 'decided' },
  because: { zh: '因为', en: 'because' },
  fallback: { zh: '没有一行符合', en: 'no row matched' },
  missing: { zh: '未回答', en: 'not answered' },
  nearest: { zh: '最接近的其他行', en: 'nearest rows that did not fire' },
  needs: { zh: '要改的事实', en: 'would need' },
  prompts: { zh: '先提示', en: 'prompted first' },
  due: { zh: '时限', en: 'due' },
  noDue: { zh: '无时限', en: 'no due yet' },
} as const;

/** An explanation for a person. */
export function explanationText(explanation: Explanation, lang: Language): string {
  const {
    at,
    channel = '',
    text = '',
    suggested,
    standard,
    priority,
    decisions,
    prompts,
  } = explanation;
  const [classification, ...others] = decisions;
  const chosen = standard ? `${standard.title[lang]} (${standard.id})` : words.none[lang];
  return [
    `${words.report[lang]}  ${[at, channel, text].filter((each) => each !== '').join('  ')}`,
    ...(suggested.length === 0 ? [] : [`${words.suggested[lang]}`]),
    ...suggested.map((each) => `  ${suggestedLine(each, lang)}`),
    `${words.standard[lang]}  ${chosen}`,
    ...(classification ? reasons(classification, explanation, lang) : []),
    ...(priority === undefined ? [] : [`${words.priority[lang]}  ${priority}`]),
    ...others.flatMap((decision) => [
      `${words.decided[lang]}  ${decision.decides}: ${decision.outcome ?? words.unmoved[lang]}`,
      ...reasons(decision, explanation, lang),
    ]),
    ...(prompts.length === 0 ? [] : [words.prompts[lang]]),
    ...prompts.map((prompt) => `  ${promptLine(prompt, explanation, lang)}`),
    '',
  ].join('\n');
}

function suggestedLine({ fact, as, word, confirmed }: SuggestedHere, lang: Language): string {
  const made =
    confirmed === undefined
      ? words.open[lang]
      : confirmed === as
        ? words.confirmed[lang]
        : `${words.otherwise[lang]} ${confirmed}`;
  return `“${word}” → ${fact}: ${as}  ${made}`;
}

function reasons(
  { because, otherwise, missing, nearest, score }: Decision,
  { bases }: Explanation,
  lang: Language,
): string[] {
  return [
    ...because.map(
      (row) =>
        `  ${words.because[lang]} ${row.row}: ${row.because[lang]}${basisText(row.basis, bases, lang)}`,
    ),
    ...(otherwise ? [`  ${words.fallback[lang]}`] : []),
    ...(score === undefined ? [] : [`  = ${score}`]),
    ...(missing.length === 0 ? [] : [`  ${words.missing[lang]}: ${missing.join(', ')}`]),
    ...(nearest.length === 0 ? [] : [`  ${words.nearest[lang]}`]),
    ...nearest.map(({ row, because: why, outcome, unmet }) => {
      const to = outcome === undefined ? '' : ` → ${outcome}`;
      const needs = unmet.length === 0 ? '' : `  ${words.needs[lang]}: ${unmet.join(', ')}`;
      return `    ${row}${to}: ${why[lang]}${needs}`;
    }),
  ];
}

function promptLine(
  { step, title, role, due, basis }: FirstPrompt,
  { bases }: Explanation,
  lang: Language,
): string {
  const until = due === undefined ? words.noDue[lang] : `${words.due[lang]} ${due}`;
  return `${title[lang]} (${step})  ${role[lang]}  ${until}${basisText(basis, bases, lang)}`;
}

function basisText(basis: readonly string[], bases: Explanation['bases'], lang: Language): string {
  const list = basis.flatMap((id) => {
    const found = bases[id];
    if (!found) return [];
    // `practice` and `assumed` by themselves say no more than their kind.
    return [
      id === found.kind
        ? basisKinds[found.kind][lang]
        : `${basisKinds[found.kind][lang]}: ${found.title[lang]}`,
    ];
  });
  return list.length === 0 ? '' : `  [${list.join('; ')}]`;
}
