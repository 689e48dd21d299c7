import type { LoadedTree } from '../../load/load-tree.ts';
import type { Release } from '../../model/release.ts';
import type { SourceTree } from '../../model/source-tree.ts';
import { runScenario } from '../../simulate/run-scenario.ts';
import { locateMismatch } from './locate-mismatch.ts';
import type { Tested } from './tested.ts';

/** Runs a scenario. One that cannot be run to its end has failed like one that says what is not so. */
export async function scenarioResult(
  release: Release,
  loaded: LoadedTree,
  { file, of, source }: SourceTree['scenarios'][number],
): Promise<Tested> {
  const about = {
    kind: 'scenario' as const,
    of,
    file,
    start: { line: 1, column: 1 },
    name: source.scenario,
  };
  const placed = locateMismatch(loaded, file, release);
  try {
    const { mismatches, entries, decision } = await runScenario(release, of, source);
    return {
      results: [
        {
          ...about,
          start: loaded.locate(file, ['scenario'], 'key').start,
          mismatches: mismatches.map(placed),
        },
      ],
      entries,
      decisions: decision ? [decision] : [],
    };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const mismatch = placed({ path: [], expected: 'a run to the end', found });
    return { results: [{ ...about, mismatches: [mismatch] }], entries: [], decisions: [] };
  }
}
