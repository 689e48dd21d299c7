import type { Diagnostic } from '../model/diagnostic.ts';
import type { Language } from './language.ts';

/** For programs: an array, the texts in the chosen language. */
export function formatJson(
  diagnostics: readonly Diagnostic[],
  { lang }: { lang: Language },
): string {
  const rows = diagnostics.map(
    ({ code, severity, message, help, about, file, range, path, related }) => ({
      code,
      severity,
      message: message[lang],
      ...(help && { help: help[lang] }),
      about,
      file,
      range,
      path,
      related: related.map((other) => ({ ...other, message: other.message[lang] })),
    }),
  );
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
