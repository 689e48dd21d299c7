import type { Diagnostic } from '../model/diagnostic.ts';
import { firstOfEachFile } from './first-of-each-file.ts';
import type { Language } from './language.ts';

/** For GitHub Actions: one workflow command a line, shown beside the changed line. */
export function formatGithub(
  diagnostics: readonly Diagnostic[],
  { lang }: { lang: Language },
): string {
  return firstOfEachFile(diagnostics)
    .flatMap(({ shown, more }) => [
      ...shown.map((diagnostic) => `${command(diagnostic, lang)}\n`),
      ...(more ? [`::notice::${escapeData(more[lang])}\n`] : []),
    ])
    .join('');
}

function command(
  { code, severity, message, help, file, range: { start, end } }: Diagnostic,
  lang: Language,
): string {
  const sameLine = start.line === end.line;
  const properties = {
    file,
    line: String(start.line),
    endLine: String(end.line),
    // GitHub shows columns only within one line, and counts the last one in.
    ...(sameLine && {
      col: String(start.column),
      endColumn: String(Math.max(start.column, end.column - 1)),
    }),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const text = help ? `${message[lang]}\n${help[lang]}` : message[lang];
  return `::${severity} ${list.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
