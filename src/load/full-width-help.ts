import type { Text } from '../model/text.ts';

const mistakes: readonly { readonly found: RegExp; readonly help: Text }[] = [
  {
    found: /(^|[\s{,，])[a-z0-9][a-z0-9-]*\s*：/,
    help: {
      zh: '键后面用了全角冒号 `：`，改用半角 `:` 加一个空格',
      en: 'the colon after the key is full-width `：`: use `:` and a blank',
    },
  },
  {
    found: /:\s*[“”‘’＂]|[“”＂]$/,
    help: { zh: '用了全角引号，改用半角 `"`', en: 'the quotes are full-width: use `"`' },
  },
  {
    found: /[，、]\s*[a-z0-9][a-z0-9-]*\s*[:：]/,
    help: {
      zh: '用了全角逗号 `，`，改用半角 `,` 加一个空格',
      en: 'the comma is full-width `，`: use `,` and a blank',
    },
  },
  {
    found: /[｛｝［］【】]/,
    help: {
      zh: '用了全角括号，改用半角 `{ }` 或 `[ ]`',
      en: 'the brackets are full-width: use `{ }` or `[ ]`',
    },
  },
  {
    found: /^[ ]*[\u3000\u00a0]/,
    help: {
      zh: '行首用了全角空格，改用半角空格',
      en: 'the line is indented with full-width blanks: use plain ones',
    },
  },
];

/** Help for a broken line of YAML: the mistake that a Chinese keyboard may have made in it, if any. */
export function fullWidthHelp(line: string): Text | undefined {
  const unquoted = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
  return mistakes.find(({ found }) => found.test(unquoted))?.help;
}
