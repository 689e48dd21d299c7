import type { CST, LineCounter, YAMLParseError } from 'yaml';
import type { Problem } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  anchor,
  brokenYaml,
  directive,
  notAKey,
  tabIndent,
  tag,
  tooDeep,
} from '../diagnostics/yaml-problems.ts';
import { fullWidthHelp } from './full-width-help.ts';
import { openQuote } from './open-quote.ts';
import { offsetRange } from './offset-range.ts';

/** One problem only: a line that no mend reaches hides what comes below it. */
const problemsMax = 1;

interface Parsed {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly tokens: readonly CST.Token[];
}

/** The complaints of the parser in the words of the language: the first of each line, for the rest follows from it. */
export function syntaxProblems(parsed: Parsed, errors: readonly YAMLParseError[]): Problem[] {
  const { file, text, lines, tokens } = parsed;
  const textLines = text.split(/\r?\n/);
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const offset = lastVisible(text, error.pos[0]);
    const { line } = lines.linePos(offset);
    if (seen.has(line)) continue;
    seen.add(line);
    const quote = openQuote(tokens, text, error.pos[0]);
    if (quote !== undefined) {
      // Behind an open quote, all is the other way round.
      problems.push(brokenYaml({ file, path: [], range: offsetRange(lines, quote) }, quoteHelp));
      break;
    }
    const range = offsetRange(lines, offset, Math.min(error.pos[1], text.length));
    problems.push(explain(error, { file, path: [], range }, textLines[line - 1] ?? ''));
    if (problems.length === problemsMax) break;
  }
  return problems;
}

const quoteHelp: Text = { zh: '引号没有成对', en: 'this quote is not closed' };

// Something that is missing at the end is reported at the last sign that was written.
function lastVisible(text: string, offset: number): number {
  if (offset < text.length) return offset;
  return Math.max(0, text.trimEnd().length - 1);
}

function explain(error: YAMLParseError, place: ProblemPlace, line: string): Problem {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabIndent(place);
    case 'NON_STRING_KEY':
      return notAKey(place);
    case 'RESOURCE_EXHAUSTION':
      return tooDeep(place);
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_TAGS':
      return tag(place, line.trim());
    case 'ALIAS_PROPS':
    case 'BAD_ALIAS':
    case 'MULTIPLE_ANCHORS':
      return anchor(place, line.trim());
    case 'BAD_DIRECTIVE':
      return directive(place);
    default:
      break;
  }
  if (/^%/.test(line)) return directive(place);
  if (/^ *\t/.test(line)) return tabIndent(place);
  return brokenYaml(place, fullWidthHelp(line) ?? helpFor(error));
}

const helps: readonly { readonly found: RegExp; readonly help: Text }[] = [
  { found: /closing ["']/, help: quoteHelp },
  {
    found: /^(BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY|BAD_SCALAR_START)/,
    help: {
      zh: '含有冒号加空格，或以特殊符号开头的文字，请加引号 `"…"`',
      en: 'put a text in quotes `"…"` if it holds a colon and a blank or starts with a sign',
    },
  },
  {
    found: /(Flow map|Flow sequence|in flow|flow-(map|seq)|between flow)/i,
    help: {
      zh: '检查 `{ }`、`[ ]` 是否成对、各项之间有无逗号；文字含逗号请加引号',
      en: 'check that `{ }` and `[ ]` are closed, with commas between; quote a text with a comma in it',
    },
  },
  {
    found: /followed by map values/,
    help: {
      zh: '写成 `键: 值`，冒号后要有空格',
      en: 'write `key: value`, with a blank behind the colon',
    },
  },
  {
    found: /^BAD_INDENT/,
    help: {
      zh: '同一层的各行要左对齐',
      en: 'lines of one level start in the same column',
    },
  },
  {
    found: /^BAD_DQ_ESCAPE/,
    help: {
      zh: '双引号中的反斜杠要写成 `\\\\`',
      en: 'write a backslash within double quotes as `\\\\`',
    },
  },
  {
    found: /Comments must be separated/,
    help: {
      zh: '`#` 前要有空格；文字含 `#` 请加引号',
      en: 'put a blank before `#`; quote a text that holds one',
    },
  },
];

const helpFor = (error: YAMLParseError) =>
  helps.find(({ found }) => found.test(`${error.code} ${error.message}`))?.help;
