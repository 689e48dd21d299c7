import type { Language } from '../../diagnostics/language.ts';
import { shownJson, shownText } from '../../diagnostics/shown-text.ts';
import type { Text } from '../../model/text.ts';
import type { Outcome } from '../outcome.ts';
import type { DossierFlaw } from './dossier-flaw.ts';

/** The result of checking. */
export interface Verdict {
  /** The name of what was checked, at the beginning of each line. */
  readonly about: string;
  readonly flaws: readonly DossierFlaw[];
  /** True where the caller gave a key that is trusted: without one nothing is called intact. */
  readonly hasKey: boolean;
  /** A summary of what there is, behind the verdict. */
  readonly told: Text;
  /** The same for programs. */
  readonly json: Readonly<Record<string, unknown>>;
}

const verdicts = {
  intact: { zh: '完好', en: 'intact' },
  unchecked: {
    zh: '前后相符，但密钥未核对（key not checked）：用 --key 给出本局公钥，才知道是谁签的',
    en: 'holds together, but key not checked: give the public key of the bureau with --key to know who signed it',
  },
} as const;

/** A verdict as it is printed: one line where all is well, else one line for each kind of flaw. */
export function verdictOutcome(
  { about, flaws, hasKey, told, json }: Verdict,
  { lang, isJson }: { readonly lang: Language; readonly isJson: boolean },
): Outcome {
  const isIntact = flaws.length === 0 && hasKey;
  const status = isIntact ? 0 : 1;
  if (isJson) {
    const listed = flaws.map(({ text, ...flaw }) => ({ ...flaw, message: text[lang] }));
    const outcome = { ...json, valid: isIntact, keyChecked: hasKey, flaws: listed };
    return { text: `${shownJson(JSON.stringify(outcome, undefined, 2))}\n`, status };
  }
  const stop = { zh: '。', en: '. ' }[lang];
  const lines =
    flaws.length > 0
      ? flawLines(flaws, lang)
      : [`${verdicts[isIntact ? 'intact' : 'unchecked'][lang]}${stop}${told[lang]}`];
  const colon = { zh: '：', en: ': ' }[lang];
  return {
    text: lines.map((line) => `${shownText(`${about}${colon}${line}`)}\n`).join(''),
    status,
  };
}

// One line for each kind: what was changed once often shows in many places.
function flawLines(flaws: readonly DossierFlaw[], lang: Language): readonly string[] {
  const kinds = [...new Set(flaws.map(({ what }) => what))];
  return kinds.map((kind) => {
    const [first, ...others] = flaws.filter(({ what }) => what === kind);
    const line = first?.text[lang] ?? '';
    if (others.length === 0) return line;
    const more = {
      zh: `（同类另有 ${others.length} 处）`,
      en: ` (and ${others.length} more like it)`,
    };
    return `${line}${more[lang]}`;
  });
}
