import type { VocabularyTitles } from '../../api/api-options.ts';
import { compileTree } from '../../compile/compile-tree.ts';
import { loadTree } from '../../load/load-tree.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Release } from '../../model/release.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import type { Text } from '../../model/text.ts';

/** What a root compiles to, with the problems of its files. */
export interface LoadedRelease {
  readonly release: Release | undefined;
  readonly titles: VocabularyTitles;
  readonly problems: readonly Problem[];
}

/** Loads and compiles the standards and rules below a root. */
export const loadRelease = async (root: string): Promise<LoadedRelease> => {
  const { tree, problems } = await loadTree(root);
  const compiled = compileTree(tree);
  const all = [...problems, ...compiled.problems];
  const failed = all.some(({ severity }) => severity === 'error');
  return { release: failed ? undefined : compiled.release, titles: titlesOf(tree), problems: all };
};

const titlesOf = ({ vocabularies }: SourceTree): VocabularyTitles => {
  const merged = (key: 'channels' | 'zones' | 'ways'): Readonly<Record<string, Text>> =>
    Object.assign({}, ...vocabularies.map(({ source }) => source[key] ?? {}));
  return { channels: merged('channels'), zones: merged('zones'), ways: merged('ways') };
};
