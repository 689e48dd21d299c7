import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { SourceFile } from './source-file.ts';
import type { SourceKind } from './source-kind.ts';

/**
 * The usable part of the files, by kind. Its shape was checked against the schema the types come from. A scenario
 * belongs to the standard or procedure in its folder, whatever the folder is called.
 */
export function sourceTree(sources: readonly SourceFile[]): SourceTree {
  const mains = new Map(
    sources.flatMap(({ file, kind, id }) =>
      id && (kind === 'standard' || kind === 'procedure') ? [[folderOf(file), id.text]] : [],
    ),
  );
  const usable = sources.filter((source) => source.usable !== undefined);
  const ofKind = <T>(...kinds: SourceKind[]): Sourced<T>[] =>
    usable
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ file, usable: source }) => ({ file, source: source as T }));
  return {
    standards: ofKind('standard', 'procedure'),
    parts: ofKind('part'),
    vocabularies: ofKind('vocabulary'),
    ruleSets: ofKind('rule-set'),
    ladders: ofKind('ladder'),
    cases: ofKind('cases'),
    scenarios: usable
      .filter(({ kind }) => kind === 'scenario')
      .map(({ file, usable: source, of = '' }) => ({
        file,
        source: source as SourceTree['scenarios'][number]['source'],
        of: mains.get(folderOf(folderOf(file))) ?? of,
      })),
  };
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
