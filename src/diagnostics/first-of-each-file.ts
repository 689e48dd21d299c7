import type { Diagnostic } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';

/** The number of problems of one file that a person is shown at once. */
export const shownOfFile = 20;

/** The first problems of each file, and for each file with more a line that says how many. */
export function firstOfEachFile(diagnostics: readonly Diagnostic[]): readonly FilePart[] {
  const parts = new Map<string, { shown: Diagnostic[]; more: number }>();
  for (const diagnostic of diagnostics) {
    const part = parts.get(diagnostic.file) ?? { shown: [], more: 0 };
    parts.set(diagnostic.file, part);
    if (part.shown.length < shownOfFile) part.shown.push(diagnostic);
    else part.more += 1;
  }
  return [...parts].map(([file, { shown, more }]) => ({
    shown,
    ...(more > 0 && {
      more: {
        zh: `${file}  还有 ${more} 个问题，先改正上面的`,
        en: `${file}  and ${more} more: mend those above first`,
      },
    }),
  }));
}

/** The part of a file's problems that is shown. */
export interface FilePart {
  readonly shown: readonly Diagnostic[];
  readonly more?: Text;
}
