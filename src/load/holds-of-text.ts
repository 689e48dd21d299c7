import { idKeys } from './source-file.ts';
import type { SourceKind } from './source-kind.ts';

/** The definition that a text seems to hold by its first line that says something: a part `arrive`. */
export interface Holds {
  readonly kind: SourceKind;
  readonly key: string;
  readonly id: string;
}

/** Tells policy in a file that is not read as such from anything else. */
export function holdsOfText(text: string): Holds | undefined {
  const [, key, id = ''] =
    /^(?:\uFEFF|\s|#[^\n]*\n|---\s*\n)*([a-z]+):[ \t]*([a-z0-9-]*)/.exec(text) ?? [];
  const [kind] =
    (Object.entries(idKeys) as [SourceKind, string][]).find(([, known]) => known === key) ?? [];
  return kind === undefined || key === undefined ? undefined : { kind, key, id };
}
