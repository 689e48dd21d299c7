import { unknownInScenario } from '../diagnostics/scenario-problems.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { CasesSource } from '../model/source/cases-source.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import { checkGiven } from './check-given.ts';
import { inside } from './inside.ts';
import { outcomesOf } from './outcomes-of.ts';

/** Checks that a case table names a rule set, and facts, rows and outcomes that it has. */
export function checkCases({ file, source }: Sourced<CasesSource>, catalog: Catalog): void {
  const { report, ruleSets, compiledRuleSets, facts } = catalog;
  const ruleSet = compiledRuleSets.get(source.cases);
  const written = ruleSets.get(source.cases);
  if (!ruleSet || !written) {
    report(
      unknownInScenario('rule-set', { file, path: ['cases'] }, source.cases, [...ruleSets.keys()]),
    );
    return;
  }
  const outcomes = outcomesOf(written.source, catalog);
  for (const [index, row] of source.rows.entries()) {
    const place = { file, path: ['rows', index] };
    checkGiven(row.given, inside(place, 'given'), catalog);
    for (const outcome of row.then === null ? [] : asList(row.then)) {
      if (outcomes.includes(outcome)) continue;
      const at = inside(place, 'then');
      report(unknownInScenario('outcome', at, String(outcome), outcomes.map(String)));
    }
    for (const [number, id] of (row.because ?? []).entries()) {
      const at = inside(place, 'because', number);
      if (!hasRow(ruleSet, id)) {
        report(
          unknownInScenario(
            'row',
            at,
            id,
            ruleSet.rows.map((known) => known.id),
          ),
        );
      }
    }
    for (const [number, fact] of (row.missing ?? []).entries()) {
      const at = inside(place, 'missing', number);
      if (!facts.all.has(fact)) report(unknownInScenario('fact', at, fact, [...facts.all.keys()]));
    }
  }
}

const hasRow = ({ rows }: RuleSet, id: string) => rows.some((row) => row.id === id);
