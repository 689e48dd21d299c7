import { kindLabel } from '../../diagnostics/kind-label.ts';
import { manyUnknown, withDefinition } from '../../diagnostics/name-causes.ts';
import type { LoadedTree } from '../../load/load-tree.ts';
import type { Loss } from '../../load/loss.ts';
import type { SourceKind } from '../../load/source-kind.ts';
import type { NameKind, Problem } from '../../model/diagnostic.ts';
import { groupBy } from '../../model/group-by.ts';
import { dropConsequences, isUnknown } from './drop-consequences.ts';
import { loneDefinitions, type LoneDefinitions } from './lone-definitions.ts';
import { misspeltDefinition } from './misspelt-definition.ts';
import { toldOnce } from './told-once.ts';

type Loaded = Pick<LoadedTree, 'losses' | 'tree' | 'sources' | 'definitions'>;

/**
 * The problems without those that only follow from others. A name that stands for nothing is one mistake, wherever it
 * is named; where it should have been a part or a standard, what that would have brought is not missed as well.
 */
export function onlyCauses(compiled: readonly Problem[], loaded: Loaded): readonly Problem[] {
  const { losses, tree } = loaded;
  const problems = dropConsequences(compiled, losses, tree.scenarios);
  const unknown = problems.filter(isUnknown);
  if (unknown.length === 0) return gathered(problems);
  const lone = loneDefinitions(loaded);
  const names = [...groupBy(unknown, nameOf).values()].map((same) => causeOf(same, lone));
  const lost = names.flatMap(({ loss }) => loss ?? []);
  const causes = names.filter(({ loss }) => loss !== undefined);
  const others = names.filter(({ loss }) => loss === undefined);
  const rest = dropConsequences(
    [...others.map(({ problem }) => problem), ...problems.filter((each) => !isUnknown(each))],
    lost,
    tree.scenarios,
  );
  const kept = new Set(rest);
  const named = [...causes, ...others.filter(({ problem }) => kept.has(problem))];
  return gathered([
    ...manyOfAKind(named),
    ...rest.filter((problem) => !isUnknown(problem) && !followsFromNames(problem, unknown)),
  ]);
}

/** Tells a name that is missing, or there twice, as one mistake too. */
const gathered = (problems: readonly Problem[]) =>
  toldOnce(problems, ({ code, about: { fault, names } }) =>
    names.length > 0 && (fault === 'absent' || fault === 'repeated')
      ? JSON.stringify([code, names])
      : undefined,
  );

const nameOf = ({ about: { names } }: Problem): string => names[0]?.name ?? '';

interface Cause {
  readonly problem: Problem;
  readonly same: readonly Problem[];
  /** Where the name should have been that of a file: what is not there with it. */
  readonly loss?: Loss;
}

function causeOf(same: readonly Problem[], lone: LoneDefinitions): Cause {
  const [problem] = toldOnce(same, nameOf) as [Problem];
  const definition = lone.nearest(problem);
  const kind = same.flatMap(({ about: { names } }) => sourceKinds[names[0]!.kind] ?? [])[0];
  const isLost = same.length > 1 || problem.about.fault === 'unknown';
  const loss = kind !== undefined && isLost ? lossOf(kind, nameOf(problem)) : undefined;
  const cause =
    definition === undefined
      ? problem
      : same.length > 1
        ? misspeltDefinition(definition, same)
        : withDefinition(problem, definition);
  return { problem: cause, same, ...(loss && { loss }) };
}

const sourceKinds: Readonly<Partial<Record<NameKind, SourceKind>>> = {
  part: 'part',
  standard: 'standard',
  procedure: 'procedure',
  'rule-set': 'rule-set',
  ladder: 'ladder',
};

const lossOf = (kind: SourceKind, id: string): Loss => ({
  ...{ file: '', kind, id, paths: [[]], words: 'any' },
});

const manyMin = 4;

/** So many names of one kind nobody misspells: what defines them is missing. */
function manyOfAKind(causes: readonly Cause[]): readonly Problem[] {
  const kinds = groupBy(causes, ({ problem }) => problem.about.names[0]?.kind ?? 'word');
  return [...kinds].flatMap(([kind, together]) => {
    const problems = together.map(({ problem }) => problem);
    const [first] = problems as [Problem, ...Problem[]];
    if (together.length < manyMin || first.code === 'VOC042') return problems;
    const names = together.map(({ same }) => nameOf(same[0]!));
    const uses = together.flatMap(({ same }) => same);
    return [manyUnknown(first, { kind, label: kindLabel(kind), names, uses })];
  });
}

/** True where a key seems to lack something only because a name in it is unknown, which is told already. */
function followsFromNames({ about, file, path }: Problem, unknown: readonly Problem[]): boolean {
  if (about.fault !== 'absent' || path.length < keyLength) return false;
  return unknown.some(
    (other) =>
      other.file === file &&
      other.path.length >= keyLength &&
      path.every((part, index) => index >= other.path.length || other.path[index] === part),
  );
}

/** `steps`, the step, and the key of it. */
const keyLength = 3;
