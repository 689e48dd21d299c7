import type { Diagnostic } from '../model/diagnostic.ts';
import { excerpt } from './excerpt.ts';
import { firstOfEachFile } from './first-of-each-file.ts';
import type { Language } from './language.ts';

interface PrettyOptions {
  readonly lang: Language;
  /** The text of a file, for the excerpt. */
  readonly textOf: (file: string) => string | undefined;
  readonly colour?: boolean;
}

const severityText = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
} as const;

/** For a person at a terminal: the place, the message, the line with a caret, the help. Ends with a newline, or is empty. */
export function formatPretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  return firstOfEachFile(diagnostics)
    .flatMap(({ shown, more }) => [
      ...shown.map((diagnostic) => `${formatOne(diagnostic, options).join('\n')}\n`),
      ...(more ? [`${more[options.lang]}\n`] : []),
    ])
    .join('\n');
}

function formatOne(
  diagnostic: Diagnostic,
  { lang, textOf, colour = false }: PrettyOptions,
): string[] {
  const { code, severity, message, help, file, range, related } = diagnostic;
  const paint = (sequence: string, text: string) =>
    colour ? `\u{1B}[${sequence}m${text}\u{1B}[0m` : text;
  const strong = severity === 'error' ? '1;31' : '1;33';
  const place = `${file}:${range.start.line}:${range.start.column}`;
  const text = textOf(file);
  const [line, carets] = text ? excerpt(text, range) : [];
  const helpWord = lang === 'zh' ? '办法：' : 'help: ';
  return [
    `${paint('1', place)}  ${paint(strong, severityText[severity][lang])}  ${code}  ${message[lang]}`,
    ...(line !== undefined ? [`  ${line}`] : []),
    ...(carets !== undefined ? [`  ${paint(strong, carets)}`] : []),
    ...related.map(
      (other) =>
        `  ${other.file}:${other.range.start.line}:${other.range.start.column}  ${other.message[lang]}`,
    ),
    ...(help ? [`  ${paint('36', helpWord)}${help[lang]}`] : []),
  ];
}
