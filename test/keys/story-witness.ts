import type { Release } from '../../src/model/release.ts';
import type { SourceTree } from '../../src/model/source-tree.ts';
import { runCases } from '../../src/simulate/run-cases.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';

/** A scenario, or a row of a case table. */
export interface Story {
  readonly file: string;
  /** Of a case table: the name of the row. */
  readonly row?: string;
}

/** True where a story says what is so. One that cannot be run to its end does not. */
export async function holds(
  { tree, release }: { readonly tree: SourceTree; readonly release: Release },
  { file, row }: Story,
): Promise<boolean> {
  const scenario = tree.scenarios.find((each) => each.file === file);
  if (scenario) {
    const { mismatches } = await runScenario(release, scenario.of, scenario.source);
    return mismatches.length === 0;
  }
  const table = tree.cases.find((each) => each.file === file);
  const runs = table ? await runCases(release, table.source) : [];
  const index = table?.source.rows.findIndex(({ name }) => name === row);
  const run = runs.find((each) => each.index === index);
  if (!run) throw new Error(`there is no story ${file} ${row ?? ''}`);
  return run.mismatches.length === 0;
}

/** All stories of a tree. */
export const storiesOf = ({ scenarios, cases }: SourceTree): readonly Story[] => [
  ...cases.flatMap(({ file, source }) => source.rows.map(({ name }) => ({ file, row: name }))),
  ...scenarios.map(({ file }) => ({ file })),
];
