import type { Ladder } from '../model/ladder.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Settings } from '../model/settings.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import type { PartSource, StandardSource } from '../model/source/standard-source.ts';
import type { TreeFacts } from './compile-facts.ts';
import type { ReportProblem } from './report-problem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that a standard or rule set may name, and where problems go. */
export interface Catalog {
  readonly vocabulary: Vocabulary;
  readonly facts: TreeFacts;
  readonly parts: ReadonlyMap<string, Sourced<PartSource>>;
  readonly standards: ReadonlyMap<string, Sourced<StandardSource>>;
  /** Procedures that are no standards. */
  readonly procedures: ReadonlyMap<string, Sourced<StandardSource>>;
  /** The possible classifications of a report: the standards, and the procedure for what fits none. */
  readonly outcomes: readonly string[];
  readonly ruleSets: ReadonlyMap<string, Sourced<RuleSetSource>>;
  readonly compiledRuleSets: ReadonlyMap<string, RuleSet>;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly defaultLadder: string;
  readonly settings: Settings;
  readonly settingsBasis: readonly string[];
  readonly report: ReportProblem;
}
