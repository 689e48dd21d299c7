import type { Language } from '../../diagnostics/language.ts';
import type { Release } from '../../model/release.ts';
import { coverageOf, type Coverage } from '../../simulate/coverage.ts';
import { askedIds } from '../asked-ids.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { releaseProblems } from '../release-problems.ts';
import { wantsColour } from '../wants-colour.ts';
import { writeAsked } from '../write-asked.ts';
import { casesResults } from './cases-results.ts';
import { junitXml } from './junit-xml.ts';
import { scenarioResult } from './scenario-result.ts';
import type { TestResult } from './test-result.ts';
import { testText } from './test-text.ts';
import type { Tested } from './tested.ts';

interface TestRequest {
  readonly ids: readonly string[];
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly junit: string | undefined;
  readonly lang: Language;
}

/** Runs the scenarios and case tables of the ids asked for (all without ids), and tells what they do not reach. */
export async function runTests({ ids, root, json, junit, lang }: TestRequest): Promise<Outcome> {
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  const isAsked = askedIds(ids, [
    ...Object.keys(release.procedures),
    ...Object.keys(release.ruleSets),
  ]);
  const tested = await testedOf(release, loaded.loaded, isAsked);
  const results = tested.flatMap((each) => each.results);
  const reached = {
    entries: tested.flatMap(({ entries }) => entries),
    decisions: tested.flatMap(({ decisions }) => decisions),
  };
  const coverage = coverageOf(release, reached, isAsked);
  if (junit !== undefined) await writeAsked(junit, junitXml(results, lang));
  return {
    text: json
      ? testJson(results, coverage, lang)
      : testText(results, coverage, { lang, colour: wantsColour() }),
    status: results.some(({ mismatches }) => mismatches.length > 0) ? 1 : 0,
  };
}

async function testedOf(
  release: Release,
  loaded: Parameters<typeof scenarioResult>[1],
  isAsked: (id: string) => boolean,
): Promise<readonly Tested[]> {
  const { scenarios, cases } = loaded.tree;
  const tested: Tested[] = [];
  for (const scenario of scenarios.filter(({ of }) => isAsked(of))) {
    tested.push(await scenarioResult(release, loaded, scenario));
  }
  for (const table of cases.filter(({ source }) => isAsked(source.cases))) {
    tested.push(await casesResults(release, loaded, table));
  }
  return tested;
}

function testJson(results: readonly TestResult[], coverage: Coverage, lang: Language): string {
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  const tests = results.map(({ kind, of, file, start, name, mismatches }) => ({
    kind,
    of,
    name: name[lang],
    file,
    start,
    passed: mismatches.length === 0,
    mismatches,
  }));
  return `${JSON.stringify({ passed: results.length - failed, failed, tests, coverage }, undefined, 2)}\n`;
}
