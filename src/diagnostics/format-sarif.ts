import type { Diagnostic, Range } from '../model/diagnostic.ts';
import type { Language } from './language.ts';

interface SarifOptions {
  readonly lang: Language;
  /** The version of jiechu. */
  readonly version?: string;
}

/** For code scanning: SARIF 2.1.0. */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  { lang, version }: SarifOptions,
): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'jiechu',
            ...(version !== undefined && { version }),
            rules: codes.map((id) => ({ id })),
          },
        },
        language: lang === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, codes, lang)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(diagnostic: Diagnostic, codes: readonly string[], lang: Language) {
  const { code, severity, message, help, file, range, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: help ? `${message[lang]}\n${help[lang]}` : message[lang] },
    locations: [{ physicalLocation: physicalLocation(file, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: physicalLocation(other.file, other.range),
        message: { text: other.message[lang] },
      })),
    }),
  };
}

const physicalLocation = (file: string, { start, end }: Range) => ({
  artifactLocation: {
    uri: file.split('/').map(encodeURIComponent).join('/'),
    uriBaseId: '%SRCROOT%',
  },
  region: {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  },
});
