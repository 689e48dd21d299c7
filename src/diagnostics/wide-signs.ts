import type { Text } from '../model/text.ts';

/** Blanks that are none to YAML. */
const oddBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

const signs: Readonly<Record<string, string>> = {
  ...{ '、': ',', '。': '.', '—': '-', '–': '-', '【': '[', '】': ']', '〔': '[', '〕': ']' },
  ...{ '“': '"', '”': '"', '‘': "'", '’': "'", '「': '"', '」': '"', '『': '"', '』': '"' },
};

/** The plain form of a sign of a Chinese keyboard, where the language has only that form; nothing for other signs. */
export function plainSign(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  return oddBlank.test(sign) ? ' ' : signs[sign];
}

/** The signs of a text that have a plain form, each once. */
export function wideSignsIn(text: string): readonly string[] {
  return [...new Set([...text].filter((sign) => plainSign(sign) !== undefined))];
}

/** Names signs that are full-width, by what they are: digits, a comma, brackets. */
export function wideText(wide: readonly string[]): { readonly message: Text; readonly help: Text } {
  const plain = wide.map((sign) => plainSign(sign) ?? sign);
  const names = plain.map(nameOf);
  const zh = [...new Set(names.map((name) => name.zh))].join('、');
  const en = [...new Set(names.map((name) => name.en))].join(' and ');
  if (plain.every((sign) => sign === ' ')) {
    return {
      message: { zh: '用了全角空格或不间断空格', en: 'this blank is full-width or no-break' },
      help: { zh: '改用半角空格', en: 'write a plain blank' },
    };
  }
  const shown = wide.map((sign) => (plainSign(sign) === ' ' ? '␣' : sign)).join(' ');
  const instead = plain.map((sign) => (sign === ' ' ? '␣' : sign)).join(' ');
  return {
    message: { zh: `用了全角${zh} \`${shown}\``, en: `full-width ${en} \`${shown}\`` },
    help: { zh: `改用半角 \`${instead}\``, en: `write \`${instead}\`` },
  };
}

function nameOf(sign: string): Text {
  if (/[0-9]/.test(sign)) return { zh: '数字', en: 'digits' };
  if (/[a-z]/i.test(sign)) return { zh: '字母', en: 'letters' };
  return names[sign] ?? { zh: '符号', en: 'signs' };
}

const brackets = { zh: '括号', en: 'brackets' };
const quotes = { zh: '引号', en: 'quotes' };

const names: Readonly<Record<string, Text>> = {
  ':': { zh: '冒号', en: 'colon' },
  ',': { zh: '逗号', en: 'comma' },
  ...{ '[': brackets, ']': brackets, '{': brackets, '}': brackets },
  ...{ '"': quotes, "'": quotes },
  '-': { zh: '短横', en: 'hyphen' },
  '#': { zh: '井号', en: 'number sign' },
  '+': { zh: '加号', en: 'plus sign' },
  '.': { zh: '句点', en: 'point' },
  ' ': { zh: '空格', en: 'blanks' },
};
