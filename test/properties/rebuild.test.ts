import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import { runScenario } from '../../src/simulate/run-scenario.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { startSimulation, type Simulation } from '../../src/simulate/simulation.ts';
import {
  actOf,
  judgedSpec,
  judgingActs,
  randomActs,
  randomSpec,
  releaseOf,
} from './random-procedure.ts';
import { rebuilt } from './rebuilt.ts';

const minute = 60_000;
const report = { report: 'r', at: Date.UTC(2026, 8, 28), channel: '110', unit: 'u', facts: {} };
// Half of them with people who mostly answer and judge.
const specs = fc.oneof(randomSpec, judgedSpec);
const acting = fc.oneof(randomActs, judgingActs);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 60);
// A log of thousands of entries alike takes most of the time and shows nothing more.
const entriesMax = 300;

describe('the state that is built again from the log is the one that the procedure is in', () => {
  it.each([
    ['of the policy', '../..'],
    ['that use all the language has', '../small'],
  ])(
    'at each moment of the stories %s',
    async (_which, root) => {
      const { loaded, release } = await loadRelease(join(import.meta.dirname, root));
      if (release === undefined) throw new Error('the standards do not compile');
      for (const { of, source } of loaded.tree.scenarios) {
        await runScenario(release, of, source, {
          toleranceMilliseconds: 0,
          start: async (start) => {
            const simulation = await startSimulation(start);
            const compare = async (): Promise<void> =>
              expect(await rebuilt(release, simulation)).toEqual(simulation.state());
            await compare();
            return {
              ...simulation,
              advance: (to) => simulation.advance(to).then(compare),
              act: async (...args) => {
                const refusal = await simulation.act(...args);
                await compare();
                return refusal;
              },
            };
          },
        });
      }
    },
    300_000,
  );

  it('whatever anybody does to whatever procedure', { timeout: 120_000 + numRuns * 1000 }, () =>
    fc.assert(
      fc.asyncProperty(specs, acting, async (spec, acts) => {
        const release = releaseOf(spec);
        const simulation: Simulation = await startSimulation({
          release,
          procedure: spec.id,
          report,
          registrar: scenarioActor('registrar', 'u'),
          nextUnits: ['unit-b'],
        });
        for (const random of acts) {
          if (simulation.entries().length > entriesMax) break;
          const { role, person, back, minutes } = random;
          await simulation.advance(simulation.now() + minutes * minute);
          const happened = Math.max(report.at, simulation.now() - back * minute);
          const actor = scenarioActor(role, 'u', { person });
          await simulation.act(actor, actOf(random, simulation.state()), happened);
          expect(await rebuilt(release, simulation)).toEqual(simulation.state());
        }
      }),
      { numRuns },
    ),
  );
});
