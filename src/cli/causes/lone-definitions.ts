import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { Definition } from '../../load/definitions.ts';
import type { LoadedTree } from '../../load/load-tree.ts';
import { wordsOfValue } from '../../load/loss.ts';
import type { NameKind, Problem } from '../../model/diagnostic.ts';

/** Definitions that nothing but themselves names: one of them may be what a name was meant to be. */
export interface LoneDefinitions {
  /** The one that is nearest to a name that stands for nothing, if one of its kind is near enough. */
  readonly nearest: (problem: Problem) => Definition | undefined;
}

/** Finds the definitions whose names are written once in all files. */
export function loneDefinitions({
  sources,
  definitions,
}: Pick<LoadedTree, 'sources' | 'definitions'>): LoneDefinitions {
  const counts = new Map<string, number>();
  for (const { value } of sources) {
    for (const word of wordsOfValue(value)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const lone = definitions.filter(({ name }) => counts.get(name) === 1);
  return {
    nearest: ({ about }) => {
      const [wanted] = about.names;
      if (!wanted) return undefined;
      const fitting = lone.filter(({ kind }) => isSameKind(kind, wanted.kind));
      const name = nearestWord(
        wanted.name,
        fitting.map((each) => each.name),
      );
      return fitting.find((each) => each.name === name);
    },
  };
}

/** Some names are told to be of what they are for: the outcome of a rule set is a standard. */
const isSameKind = (defined: NameKind, named: NameKind) =>
  defined === named || (alike[named]?.includes(defined) ?? false);

const alike: Readonly<Partial<Record<NameKind, readonly NameKind[]>>> = {
  'step-or-anchor': ['step', 'anchor'],
  procedure: ['standard'],
  standard: ['procedure'],
  outcome: ['standard', 'procedure'],
  value: ['standard', 'procedure', 'choice'],
  step: ['switch', 'procedure', 'standard'],
  'rule-set': ['fact'],
};
