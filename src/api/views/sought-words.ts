import type { Text } from '../../model/text.ts';
import type { SoughtWord } from '../../store/ports/incidents.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { DirectoryNames } from './directory-names.ts';

const wordsMax = 8;

/** The words typed into the search, each with the types and units whose titles have it. */
export function soughtWords(
  typed: string,
  { index, names }: { readonly index: ReleaseIndex; readonly names: DirectoryNames },
): readonly SoughtWord[] {
  const words = new Set(typed.toLowerCase().split(/\s+/u).filter(Boolean));
  const procedures = Object.values(index.release.procedures);
  const named = (items: readonly { readonly id: string; readonly title: Text }[], word: string) =>
    items.flatMap(({ id, title }) =>
      `${title.zh}\n${title.en}`.toLowerCase().includes(word) ? [id] : [],
    );
  return [...words].slice(0, wordsMax).map((word) => ({
    word,
    procedures: named(procedures, word),
    units: named(names.units, word),
  }));
}
