import type { CasesSource } from './source/cases-source.ts';
import type { LadderSource } from './source/ladder-source.ts';
import type { RuleSetSource } from './source/rule-set-source.ts';
import type { ScenarioSource } from './source/scenario-source.ts';
import type { PartSource, StandardSource } from './source/standard-source.ts';
import type { VocabularySource } from './source/vocabulary-source.ts';

/** A file that was read and has the right shape. */
export interface Sourced<T> {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly source: T;
}

/** All the well-shaped files below a root that holds `standards/` and `rules/`, sorted by file. */
export interface SourceTree {
  /** Standards and other procedures. */
  readonly standards: readonly Sourced<StandardSource>[];
  readonly parts: readonly Sourced<PartSource>[];
  readonly vocabularies: readonly Sourced<VocabularySource>[];
  readonly ruleSets: readonly Sourced<RuleSetSource>[];
  readonly ladders: readonly Sourced<LadderSource>[];
  readonly cases: readonly Sourced<CasesSource>[];
  /** `of` is the standard or procedure whose folder it lies in. */
  readonly scenarios: readonly (Sourced<ScenarioSource> & { readonly of: string })[];
}
