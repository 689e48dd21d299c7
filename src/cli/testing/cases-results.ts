import type { LoadedTree } from '../../load/load-tree.ts';
import type { Release } from '../../model/release.ts';
import type { Sourced } from '../../model/source-tree.ts';
import type { CasesSource } from '../../model/source/cases-source.ts';
import { runCases } from '../../simulate/run-cases.ts';
import { locateMismatch } from './locate-mismatch.ts';
import type { Tested } from './tested.ts';

/** Runs the rows of a case table, each a test of its own. */
export async function casesResults(
  release: Release,
  loaded: LoadedTree,
  { file, source }: Sourced<CasesSource>,
): Promise<Tested> {
  const runs = await runCases(release, source);
  const placed = locateMismatch(loaded, file, release);
  return {
    results: runs.map(({ name, index, mismatches }) => ({
      kind: 'case',
      of: source.cases,
      file,
      start: loaded.locate(file, ['rows', index], 'value').start,
      name: { zh: name, en: name },
      mismatches: mismatches.map(placed),
    })),
    entries: [],
    decisions: runs.map(({ fired }) => ({
      ruleSet: source.cases,
      because: fired.map((row) => ({ row, because: { zh: '', en: '' }, basis: [] })),
    })),
  };
}
