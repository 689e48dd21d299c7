import { factDiffers } from '../diagnostics/vocabulary-problems.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { FactSource } from '../model/source/fact-source.ts';
import { atKey } from './at-key.ts';
import { compileFact } from './compile-fact.ts';
import { compileOutcomeFact } from './compile-outcome-fact.ts';
import type { FactScope } from './fact-scope.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Placed, Vocabulary } from './vocabulary.ts';

/** The facts of a tree: those that any file may name, those that one file defines, and all of them. */
export interface TreeFacts {
  /** From the vocabulary and from decisions. */
  readonly shared: FactScope;
  readonly byFile: ReadonlyMap<string, FactScope>;
  readonly all: FactScope;
}

type Definer = Sourced<{ readonly facts?: Readonly<Record<string, FactSource>> }>;

/** Compiles every fact once. A fact has one meaning wherever it is defined: answers go from standard to standard. */
export function compileFacts(
  tree: SourceTree,
  vocabulary: Vocabulary,
  report: ReportProblem,
): TreeFacts {
  const shared = new Map<string, Placed<FactSpec>>();
  for (const [id, placed] of Object.entries(vocabulary.facts)) {
    shared.set(id, { ...placed, value: compileFact(id, placed, vocabulary, report) });
  }
  for (const ruleSet of tree.ruleSets) {
    const [decides = ''] = Object.keys(ruleSet.source.decides);
    if (shared.has(decides)) continue;
    const fact = compileOutcomeFact(ruleSet, vocabulary, report);
    if (fact) shared.set(decides, fact);
  }
  const definers: readonly Definer[] = [...tree.parts, ...tree.standards];
  const byFile = new Map(
    definers.map((definer) => [definer.file, factsOf(definer, vocabulary, report)]),
  );
  const all = new Map(shared);
  for (const facts of byFile.values()) {
    for (const [id, fact] of facts) {
      const first = all.get(id);
      if (!first) all.set(id, fact);
      else if (!sameMeaning(first.value, fact.value)) {
        report(factDiffers(atKey(fact.place), id, first.place));
      }
    }
  }
  return { shared, byFile, all };
}

function factsOf(
  { file, source }: Definer,
  vocabulary: Vocabulary,
  report: ReportProblem,
): FactScope {
  const entries = Object.entries(source.facts ?? {}).map(([id, value]) => {
    const place = { file, path: ['facts', id] };
    const fact = compileFact(id, { value, place }, vocabulary, report);
    return [id, { value: fact, place }] as const;
  });
  return new Map(entries);
}

// A standard may word the question in its own way.
const sameMeaning = (a: FactSpec, b: FactSpec) =>
  canonicalJson({ ...a, ask: undefined }) === canonicalJson({ ...b, ask: undefined });
