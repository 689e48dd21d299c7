import type { VocabularyTitles } from '../../api/api-options.ts';
import { compileTree } from '../../compile/compile-tree.ts';
import { loadTree } from '../../load/load-tree.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Release } from '../../model/release.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import type { Text } from '../../model/text.ts';

/** What a root compiles to, with the problems of its files. */
export interface LoadedRelease {
  readonly release: Release | undefined;
  readonly titles: VocabularyTitles;
  /** All roles of the vocabulary, also those that no step names. */
  readonly roles: Readonly<Record<string, RoleSpec>>;
  readonly problems: readonly Problem[];
}

/** Loads and compiles the standards and rules below a root. */
export const loadRelease = async (root: string): Promise<LoadedRelease> => {
  const { tree, problems } = await loadTree(root);
  const compiled = compileTree(tree);
  const all = [...problems, ...compiled.problems];
  const failed = all.some(({ severity }) => severity === 'error');
  return {
    release: failed ? undefined : compiled.release,
    titles: titlesOf(tree),
    roles: rolesOf(tree),
    problems: all,
  };
};

const rolesOf = ({ vocabularies }: SourceTree): Readonly<Record<string, RoleSpec>> =>
  Object.fromEntries(
    vocabularies.flatMap(({ source }) =>
      Object.entries(source.roles ?? {}).map(([id, role]) => [id, { id, ...role }]),
    ),
  );

const titlesOf = ({ vocabularies }: SourceTree): VocabularyTitles => {
  const merged = (key: 'channels' | 'zones' | 'ways'): Readonly<Record<string, Text>> =>
    Object.assign({}, ...vocabularies.map(({ source }) => source[key] ?? {}));
  return { channels: merged('channels'), zones: merged('zones'), ways: merged('ways') };
};
