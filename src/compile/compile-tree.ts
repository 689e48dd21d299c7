import type { Problem } from '../model/diagnostic.ts';
import type { Instant } from '../model/instant.ts';
import type { Release } from '../model/release.ts';
import type { SourceTree } from '../model/source-tree.ts';
import { checkCalendarEnd } from './check-calendar-end.ts';
import { checkCases } from './check-cases.ts';
import { checkParts } from './check-parts.ts';
import { checkScenario } from './check-scenario.ts';
import { compileProcedure } from './compile-procedure.ts';
import { compileRelease } from './compile-release.ts';
import { createCatalog } from './create-catalog.ts';

/** The result of compiling a tree. There is a release when no problem is an error. */
export interface CompiledTree {
  readonly release: Release | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Compiles the files below a root to one release, and reports everything that is wrong with them.
 *
 * @param now also warn of what is wrong at this instant, though the files are right
 */
export function compileTree(tree: SourceTree, now?: Instant): CompiledTree {
  // A part's step is compiled with each standard that uses it: its problems are one problem.
  const problems = new Map<string, Problem>();
  const report = (problem: Problem) => {
    const { code, file, path, about } = problem;
    problems.set(JSON.stringify([code, file, path, about]), problem);
  };
  const catalog = createCatalog(tree, report);
  const procedures = tree.standards.map((standard) => compileProcedure(standard, catalog));
  const ruleSets = [...catalog.compiledRuleSets.values()];
  checkParts(tree, catalog);
  for (const cases of tree.cases) checkCases(cases, catalog);
  for (const scenario of tree.scenarios) checkScenario(scenario, procedures, catalog);
  if (now !== undefined) checkCalendarEnd(procedures, catalog, now);
  const hasErrors = [...problems.values()].some(({ severity }) => severity === 'error');
  return {
    release: hasErrors ? undefined : compileRelease(procedures, ruleSets, catalog),
    problems: [...problems.values()],
  };
}
