import type { VocabularyTitles } from '../../api/api-options.ts';
import type { RoleSpec } from '../../model/role-spec.ts';
import type { Release } from '../../model/release.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import type { Text } from '../../model/text.ts';

/** A release with what the API shows of its vocabulary besides. */
export interface ServedRelease {
  readonly release: Release;
  readonly titles: VocabularyTitles;
  /** All roles of the vocabulary, also those that no step names. */
  readonly roles: Readonly<Record<string, RoleSpec>>;
}

/** The part that the API serves of a tree and of the release that it compiled to. */
export const servedRelease = (release: Release, tree: SourceTree): ServedRelease => ({
  release,
  titles: titlesOf(tree),
  roles: rolesOf(tree),
});

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
