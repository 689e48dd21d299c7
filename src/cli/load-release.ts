import { compileTree } from '../compile/compile-tree.ts';
import { placeProblems } from '../diagnostics/place-problems.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import type { Instant } from '../model/instant.ts';
import type { Release } from '../model/release.ts';
import { onlyCauses } from './causes/only-causes.ts';
import { withoutVocabulary } from './causes/without-vocabulary.ts';
import { findRoot } from './find-root.ts';

/** All below a root: as read, as compiled, and what is wrong with it, in the order of files and lines. */
export interface LoadedRelease {
  readonly root: string;
  readonly loaded: LoadedTree;
  /** Absent where a problem is an error. */
  readonly release: Release | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads and compiles the standards and rules of a root, as every verb that works offline does first. */
export async function loadRelease(
  asked: string | undefined,
  now?: Instant,
): Promise<LoadedRelease> {
  const root = findRoot(asked);
  const loaded = withoutVocabulary(await loadTree(root));
  const compiled = compileTree(loaded.tree, now);
  // A place is told of only once: an id that is there twice is found both by loading and by compiling.
  const placeOf = ({ file, path, at }: Problem) => JSON.stringify([file, path, at]);
  const told = new Set(loaded.problems.filter(({ path }) => path.length > 0).map(placeOf));
  const problems = [
    ...loaded.problems,
    ...onlyCauses(compiled.problems, loaded).filter((problem) => !told.has(placeOf(problem))),
  ];
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  return {
    root,
    loaded,
    release: hasErrors ? undefined : compiled.release,
    diagnostics: placeProblems(problems, loaded.locate),
  };
}
