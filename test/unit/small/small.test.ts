import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRelease } from '../../../src/cli/load-release.ts';
import { runCases } from '../../../src/simulate/run-cases.ts';
import { runScenario } from '../../../src/simulate/run-scenario.ts';
import { verifyChain } from '../../../src/store/verify-chain.ts';

const { loaded, release, diagnostics } = await loadRelease(
  join(import.meta.dirname, '../../small'),
);
const { scenarios, cases } = loaded.tree;

describe('the small procedures, which use all that the language has', () => {
  it('have nothing wrong with them', () => {
    const lines = diagnostics.map(
      ({ code, file, range, message }) => `${file}:${range.start.line} ${code} ${message.en}`,
    );
    expect(lines).toEqual([]);
  });

  it.each(scenarios.map((scenario) => [scenario.file, scenario] as const))(
    '%s',
    async (_file, { of, source }) => {
      if (release === undefined) throw new Error('the small procedures do not compile');
      const { mismatches, entries } = await runScenario(release, of, source);
      expect(mismatches).toEqual([]);
      expect(verifyChain(entries)).toBeUndefined();
    },
  );

  it.each(cases.map((table) => [table.file, table] as const))('%s', async (_file, { source }) => {
    if (release === undefined) throw new Error('the small procedures do not compile');
    const runs = await runCases(release, source);
    expect(runs.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  });
});
