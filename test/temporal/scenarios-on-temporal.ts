import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import type { SourceTree } from '../../src/model/source-tree.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { within } from '../../src/worker/within.ts';
import { startEngine, type Engine } from './engine.ts';
import { temporalHost } from './temporal-host.ts';

// The server that skips time sometimes never answers a question, and then skips no more; sometimes it skips past an
// instant. So a scenario that fails is run again, twice at most, on a new server: what is wrong with us fails each time.
const options = { timeout: 30_000, retry: 2 };

/** Runs each scenario on the real workflow: what holds on the virtual clock holds there. */
export const scenariosOnTemporal = (release: Release, scenarios: SourceTree['scenarios']): void => {
  let engine: Engine;
  const stop = () => within(engine.stop(), 10_000);
  beforeAll(async () => void (engine = await startEngine([release])));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return engine.endRunning();
    await stop();
    engine = await startEngine([release]);
  });
  afterAll(stop);

  it.each(scenarios.map((scenario) => [scenario.file, scenario] as const))(
    '%s',
    options,
    async (_file, { of, source }) => {
      const host = temporalHost(engine, source);
      // With a deadline no call is still being repeated when its connection is closed.
      const { connection } = engine.env;
      const { mismatches, entries } = await connection.withDeadline(Date.now() + 25_000, () =>
        runScenario(release, of, source, host),
      );
      expect(mismatches).toEqual([]);
      expect(verifyChain(entries)).toBeUndefined();
    },
  );
};
