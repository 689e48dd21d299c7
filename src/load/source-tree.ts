import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { SourceFile } from './source-file.ts';
import type { SourceKind } from './source-kind.ts';

/** The well-shaped files, by kind. Their shape was checked against the schema the types come from. */
export function sourceTree(sources: readonly SourceFile[]): SourceTree {
  const wellShaped = sources.filter((source) => source.wellShaped);
  const ofKind = <T>(...kinds: SourceKind[]): Sourced<T>[] =>
    wellShaped
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ file, value }) => ({ file, source: value as T }));
  return {
    standards: ofKind('standard', 'procedure'),
    parts: ofKind('part'),
    vocabularies: ofKind('vocabulary'),
    ruleSets: ofKind('rule-set'),
    ladders: ofKind('ladder'),
    cases: ofKind('cases'),
    scenarios: wellShaped
      .filter(({ kind }) => kind === 'scenario')
      .map(({ file, value, of = '' }) => ({
        file,
        source: value as SourceTree['scenarios'][number]['source'],
        of,
      })),
  };
}
