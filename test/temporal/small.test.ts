import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { startEngine, type Engine } from './engine.ts';
import { temporalHost } from './temporal-host.ts';

const { loaded, release } = await loadRelease(join(import.meta.dirname, '../small'));
if (release === undefined) throw new Error('the small procedures do not compile');

describe('every small procedure runs on the real workflow as on the virtual clock', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine([release]);
  });
  afterEach(() => engine.endRunning());
  afterAll(() => engine.stop());

  it.each(loaded.tree.scenarios.map((scenario) => [scenario.file, scenario] as const))(
    '%s',
    async (_file, { of, source }) => {
      const { mismatches, entries } = await runScenario(
        release,
        of,
        source,
        temporalHost(engine, source),
      );
      expect(mismatches).toEqual([]);
      expect(verifyChain(entries)).toBeUndefined();
    },
  );
});
