import { vocabularyMissing } from '../../diagnostics/file-problems.ts';
import { filePlace } from '../../load/file-place.ts';
import type { LoadedTree } from '../../load/load-tree.ts';
import { lostFile } from '../../load/loss.ts';

const folder = 'standards/vocabulary';
const anyFile = `${folder}/words.yaml`;

/** A tree of standards without any vocabulary: that is one mistake, and no word that they use is unknown. */
export function withoutVocabulary(loaded: LoadedTree): LoadedTree {
  const { tree, losses, problems } = loaded;
  const isThere = tree.vocabularies.length > 0 || losses.some(({ kind }) => kind === 'vocabulary');
  if (isThere || tree.standards.length === 0) return loaded;
  return {
    ...loaded,
    problems: [vocabularyMissing(folder), ...problems],
    losses: [...losses, lostFile(anyFile, filePlace(anyFile), 'any')],
  };
}
