import { factAskedNowhere } from '../diagnostics/rule-set-problems.ts';
import type { Settings } from '../model/settings.ts';
import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { StandardSource } from '../model/source/standard-source.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import { checkBasis } from './check-basis.ts';
import { compileFacts, type TreeFacts } from './compile-facts.ts';
import { compileLadder } from './compile-ladder.ts';
import { compileRuleSet } from './compile-rule-set.ts';
import { compileSettings, settingsStandIn } from './compile-settings.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import { defaultLadder } from './default-ladder.ts';
import { inside } from './inside.ts';
import { procedureId } from './procedure-id.ts';
import type { ReportProblem } from './report-problem.ts';
import type { RuleSetContext } from './rule-set-context.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Compiles what standards name: vocabulary, facts, ladders, rule sets, settings. */
export function createCatalog(tree: SourceTree, report: ReportProblem): Catalog {
  const vocabulary = compileVocabulary(tree.vocabularies, report);
  const facts = compileFacts(tree, vocabulary, report);
  const isStandard = ({ source }: Sourced<StandardSource>) => source.standard !== undefined;
  const standards = byId(tree.standards.filter(isStandard), procedureId);
  const procedures = byId(
    tree.standards.filter((procedure) => !isStandard(procedure)),
    procedureId,
  );
  const parts = byId(tree.parts, ({ part }) => part);
  const ruleSets = byId(tree.ruleSets, ({ rules }) => rules);
  const unclassified = vocabulary.settings?.value.unclassified;
  const outcomes = [...standards.keys(), ...asList(unclassified)];
  const names = { vocabulary, report, standards, procedures, parts, ruleSets, outcomes };
  const ladders = tree.ladders.map((ladder) => compileLadder(ladder, names));
  const settings = settingsOf(vocabulary, (placed) =>
    compileSettings(placed, { ...names, facts: facts.all, ladderIds: ladders.map(({ id }) => id) }),
  );
  return {
    ...names,
    facts,
    ladders: new Map(ladders.map((ladder) => [ladder.id, ladder])),
    defaultLadder: defaultLadder(tree, report),
    settings,
    settingsBasis: settingsBasisOf(vocabulary, report),
    compiledRuleSets: compileRuleSets(tree, facts, settings, names),
  };
}

function byId<Source>(items: readonly Sourced<Source>[], idOf: (source: Source) => string) {
  const map = new Map<string, Sourced<Source>>();
  for (const item of items) {
    // Of two with one id, which the loader reports, the first counts.
    const id = idOf(item.source);
    if (!map.has(id)) map.set(id, item);
  }
  return map;
}

function settingsOf(
  { settings }: Vocabulary,
  compile: (placed: NonNullable<Vocabulary['settings']>) => Settings,
): Settings {
  return settings ? compile(settings) : settingsStandIn;
}

function settingsBasisOf(vocabulary: Vocabulary, report: ReportProblem): readonly string[] {
  const { settings } = vocabulary;
  if (!settings) return [];
  const place = inside(settings.place, 'basis');
  return checkBasis(settings.value.basis, place, { vocabulary, report });
}

function compileRuleSets(
  tree: SourceTree,
  facts: TreeFacts,
  { priorityRules }: Settings,
  names: Pick<RuleSetContext, 'vocabulary' | 'outcomes' | 'report'>,
): Catalog['compiledRuleSets'] {
  const { outcomes, report } = names;
  const asked = askedAnywhere(tree);
  const context: RuleSetContext = {
    ...names,
    condition: {
      facts: facts.all,
      standards: outcomes,
      report,
      checkRead: ({ id, from }, place) => {
        if (from === 'asked' && !asked.has(id)) report(factAskedNowhere(place, id));
      },
    },
  };
  const compiled = tree.ruleSets.map((ruleSet) => {
    const isPriority = ruleSet.source.rules === priorityRules;
    return compileRuleSet(ruleSet, context, { isPriority });
  });
  return new Map(compiled.map((ruleSet) => [ruleSet.id, ruleSet]));
}

function askedAnywhere({ parts, standards }: SourceTree): ReadonlySet<string> {
  const steps = [...parts, ...standards].flatMap(({ source }) => [
    ...Object.values(source.steps ?? {}),
    ...('override' in source ? Object.values(source.override ?? {}) : []),
  ]);
  return new Set(steps.flatMap((step) => [...(step.asks ?? []), ...(step['may-ask'] ?? [])]));
}
