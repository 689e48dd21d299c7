import { loadRelease } from '../../src/cli/load-release.ts';
import { compileTree } from '../../src/compile/compile-tree.ts';
import { readSchema } from '../../src/load/read-schema.ts';
import { shapeProblems } from '../../src/load/shape-problems.ts';
import type { SourceKind } from '../../src/load/source-kind.ts';
import type { Release } from '../../src/model/release.ts';
import type { SourceTree } from '../../src/model/source-tree.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { walkFile, type Path } from './schema-walk.ts';

/** Standards and rules below a root as data that may be changed, and where in them each key is written. */
export interface PolicyRoot {
  readonly root: string;
  readonly tree: SourceTree;
  readonly release: Release;
  readonly files: ReadonlyMap<string, { readonly kind: SourceKind; readonly value: unknown }>;
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** The procedures and rule sets that each scenario comes through. */
  readonly reached: ReadonlyMap<string, readonly string[]>;
}

/** Where a key is written. */
export interface Place {
  readonly file: string;
  readonly path: Path;
}

/** Reads a root; what is wrong with it is told elsewhere. */
export async function readPolicyRoot(root: string): Promise<PolicyRoot> {
  const { loaded, release, diagnostics } = await loadRelease(root);
  if (!release) throw new Error(`${root} does not compile: ${JSON.stringify(diagnostics[0])}`);
  const files = filesOf(loaded.tree);
  const places = new Map<string, Place[]>();
  for (const [file, { kind, value }] of files) {
    walkFile(kind, value, (key, path) => {
      const known = places.get(key);
      if (known) known.push({ file, path });
      else places.set(key, [{ file, path }]);
    });
  }
  const reached = await reachedBy(loaded.tree, release);
  return { root, tree: loaded.tree, release, files, places, reached };
}

async function reachedBy(
  { scenarios }: SourceTree,
  release: Release,
): Promise<PolicyRoot['reached']> {
  const reached = new Map<string, readonly string[]>();
  for (const { file, of, source } of scenarios) {
    const { entries } = await runScenario(release, of, source);
    const ids = entries.flatMap(({ data }) => {
      if (data.kind === 'standard-switched') return [data.to];
      if (data.kind === 'decided') return [data.decision.ruleSet];
      return 'procedure' in data ? [data.procedure] : [];
    });
    reached.set(file, [...new Set([of, release.classification ?? '', ...ids])]);
  }
  return reached;
}

function filesOf(tree: SourceTree): PolicyRoot['files'] {
  const of = (kind: SourceKind, sources: SourceTree[keyof SourceTree]) =>
    sources.map(({ file, source }) => [file, { kind, value: source as unknown }] as const);
  return new Map([
    ...tree.standards.map(({ file, source }) => {
      const kind: SourceKind = source.standard === undefined ? 'procedure' : 'standard';
      return [file, { kind, value: source as unknown }] as const;
    }),
    ...of('part', tree.parts),
    ...of('vocabulary', tree.vocabularies),
    ...of('rule-set', tree.ruleSets),
    ...of('ladder', tree.ladders),
    ...of('cases', tree.cases),
    ...of('scenario', tree.scenarios),
  ]);
}

/** A root with other values in some of its files: its tree, and its release where all is still right. */
export interface ChangedRoot {
  readonly tree: SourceTree;
  readonly release: Release | undefined;
}

/** The root with other values in some files. There is no release where these are not of the language any more. */
export function withFiles(
  { tree, files }: PolicyRoot,
  changed: ReadonlyMap<string, unknown>,
): ChangedRoot {
  const put = <Item extends { readonly file: string }>(items: readonly Item[]): Item[] =>
    items.map((item) =>
      changed.has(item.file) ? { ...item, source: changed.get(item.file) } : item,
    );
  const next: SourceTree = {
    standards: put(tree.standards),
    parts: put(tree.parts),
    vocabularies: put(tree.vocabularies),
    ruleSets: put(tree.ruleSets),
    ladders: put(tree.ladders),
    cases: put(tree.cases),
    scenarios: put(tree.scenarios),
  };
  return {
    tree: next,
    release: isWellShaped({ files }, changed) ? compiled(next, changed) : undefined,
  };
}

/** True where changed files still have the shape of their kind. */
export const isWellShaped = (
  { files }: Pick<PolicyRoot, 'files'>,
  changed: ReadonlyMap<string, unknown>,
): boolean =>
  [...changed].every(([file, value]) => {
    const root = readSchema(files.get(file)!.kind);
    return shapeProblems(value, { file, root }).every(({ severity }) => severity !== 'error');
  });

/**
 * Stories that are as they were do not make a change wrong: they are to tell what it does. One that is changed itself
 * has to be right.
 */
function compiled(tree: SourceTree, changed: ReadonlyMap<string, unknown>): Release | undefined {
  const judged: SourceTree = {
    ...tree,
    scenarios: tree.scenarios.filter(({ file }) => changed.has(file)),
    cases: tree.cases.filter(({ file }) => changed.has(file)),
  };
  try {
    return compileTree(judged).release;
  } catch {
    // The loader makes sure of what the compiler takes for granted; what a change spoils is no longer the language.
    return undefined;
  }
}
