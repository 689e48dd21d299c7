import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileTree } from '../../src/compile/compile-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { startEngine, type Engine } from './engine.ts';
import { temporalHost } from './temporal-host.ts';

const { tree } = await loadTree(process.cwd());
const { release } = compileTree(tree);
if (release === undefined) throw new Error('the standards do not compile');

describe(
  'every scenario of the standards runs on the real workflow as on the virtual clock',
  { timeout: 40_000 },
  () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await startEngine([release]);
    });
    afterEach(() => engine.endRunning());
    afterAll(() => engine.stop());

    it.each(tree.scenarios.map((scenario) => [scenario.file, scenario] as const))(
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
  },
);
